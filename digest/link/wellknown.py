"""Outlets that reports name as their source, whether or not the digest has a file of them."""

AGENCIES = """
The Associated Press|Associated Press|AP|apnews.com
Reuters|Thomson Reuters|reuters.com
Agence France-Presse|AFP|Agence France Presse|afp.com
Agence télégraphique suisse|ATS
Belga|belga.be
Europa Press|europapress.es
Télam|telam.com.ar
Notimex
Lusa|lusa.pt
ANP|anp.nl
Bloomberg|Bloomberg News|bloomberg.com
United Press International|UPI|upi.com
Xinhua|Xinhua News Agency|xinhuanet.com
Kyodo|Kyodo News|kyodonews.net
dpa|Deutsche Presse-Agentur|DPA|dpa.com
epd|Evangelischer Pressedienst|epd.de
Austria Presse Agentur|APA|apa.at
Keystone-SDA|sda|keystone-sda.ch
SID|Sport-Informations-Dienst
Press Trust of India|PTI|ptinews.com
Indo-Asian News Service|IANS
TASS|Itar-Tass|tass.com
Press Association|PA Media
Dow Jones Newswires|Dow Jones
ANSA|ansa.it
Adnkronos|adnkronos.com
EFE|efe.com
Yonhap|Yonhap News Agency|yna.co.kr|yonhapnews.co.kr
Korean Central News Agency|KCNA|kcna.kp
RIA Novosti|ria.ru
Interfax|interfax.com
IRNA|irna.ir
Anadolu Agency|Anadolu|aa.com.tr
""".strip()
"""News agencies, whose reports others print, one a line, their short names and the hosts of their pages behind bars."""

OTHERS = """
The New York Times|New York Times|NYT|NY Times|N.Y. Times|nytimes.com
The Washington Post|Washington Post|WaPo|washingtonpost.com
The Wall Street Journal|Wall Street Journal|WSJ|wsj.com
USA Today|usatoday.com
Los Angeles Times|L.A. Times|LA Times|latimes.com
Chicago Tribune|chicagotribune.com
Boston Globe|The Boston Globe|bostonglobe.com
The Miami Herald|Miami Herald|miamiherald.com
New York Post|NY Post|nypost.com
New York Daily News|NY Daily News|nydailynews.com
New York Magazine|nymag.com
Forbes|forbes.com
The Washington Times|Washington Times|washingtontimes.com
Financial Times|The Financial Times|FT|ft.com
The Economist|economist.com
The Guardian|theguardian.com
The Telegraph|Daily Telegraph|The Daily Telegraph|telegraph.co.uk
The Sunday Times
BBC|BBC News|bbc.com|bbc.co.uk
Sky News|news.sky.com
CNN|cnn.com
CNBC|cnbc.com
MSNBC|msnbc.com
Fox News|Fox News Channel|FoxNews.com|FOX News
Fox Business|Fox Business Network|foxbusiness.com
ABC News|ABC's|ABC|abcnews.go.com|abcnews.com
NBC News|NBC|nbcnews.com
CBS News|CBS|cbsnews.com
NPR|National Public Radio|npr.org
PBS|PBS NewsHour|pbs.org
C-SPAN|c-span.org
Univision|univision.com
Al Jazeera|aljazeera.com
Politico|POLITICO|politico.com|politico.eu
The Hill|thehill.com
Roll Call|rollcall.com
National Journal|nationaljournal.com
Axios|axios.com
The Atlantic|theatlantic.com
The New Yorker|newyorker.com
Time magazine|TIME magazine|time.com
Newsweek|newsweek.com
HuffPost|The Huffington Post|Huffington Post|huffpost.com|huffingtonpost.com
Daily Beast|The Daily Beast|thedailybeast.com
BuzzFeed News|BuzzFeed|buzzfeednews.com
Vox|vox.com
Slate|slate.com
Salon|salon.com
Mother Jones|motherjones.com
The Daily Caller|Daily Caller|dailycaller.com
Breitbart|Breitbart News|breitbart.com
Vanity Fair|vanityfair.com
Rolling Stone|rollingstone.com
Der Spiegel|Spiegel|spiegel.de
Le Monde|lemonde.fr
El País|elpais.com
The Verge|theverge.com
TechCrunch|techcrunch.com
CNET|cnet.com
Wired|WIRED|wired.com
The Information|theinformation.com
Business Insider|Insider|businessinsider.com
Engadget|engadget.com
Ars Technica|arstechnica.com
Nikkei|Nikkei Asia|asia.nikkei.com
South China Morning Post|SCMP|scmp.com
Haaretz|haaretz.com
The Jerusalem Post|Jerusalem Post|jpost.com
Yedioth Ahronoth|Ynet|ynetnews.com|ynet.co.il
The Times of India|timesofindia.indiatimes.com
The Hindu|thehindu.com
NDTV|ndtv.com
The Globe and Mail|Globe and Mail|theglobeandmail.com
Toronto Star|thestar.com
CBC News|CBC|cbc.ca
The Sydney Morning Herald|Sydney Morning Herald|smh.com.au
ITV News|ITV|itv.com
Channel 4 News|channel4.com
Daily Mail|The Daily Mail|dailymail.co.uk
Der Standard|derstandard.at
Die Zeit|zeit.de
Süddeutsche Zeitung|Süddeutschen Zeitung|sueddeutsche.de
Frankfurter Allgemeine Zeitung|Frankfurter Allgemeinen Zeitung|FAZ|faz.net
Le Figaro|lefigaro.fr
Corriere della Sera|corriere.it
La Repubblica|repubblica.it
El Mundo|elmundo.es
Deutsche Welle|DW|dw.com
NHK|nhk.or.jp
Global Times|globaltimes.cn
People's Daily
Al Arabiya|alarabiya.net
Al-Ahram|Al Ahram|Ahram Online|ahram.org.eg
The Gleaner|Jamaica Gleaner|jamaica-gleaner.com
PYMNTS|PYMNTS.com
Variety|variety.com
The Hollywood Reporter|hollywoodreporter.com
TMZ|tmz.com
ESPN|espn.com
McClatchy|McClatchy Newspapers
The Plum Line|Plum Line
Bild-Zeitung|Bild am Sonntag|bild.de
Welt am Sonntag|welt.de
Handelsblatt|handelsblatt.com
Tagesspiegel|tagesspiegel.de
Neue Zürcher Zeitung|Neuen Zürcher Zeitung|NZZ|nzz.ch
ZDF|zdf.de
ARD|tagesschau.de
Norddeutscher Rundfunk|NDR|ndr.de
Westdeutscher Rundfunk|WDR|wdr.de
Deutschlandfunk|deutschlandfunk.de
ORF|orf.at
Libération|liberation.fr
Le Parisien|leparisien.fr
Les Échos|Les Echos|lesechos.fr
L’Équipe|lequipe.fr
L’Express|lexpress.fr
Mediapart|mediapart.fr
Ouest-France|ouest-france.fr
BFMTV|BFM TV|BFM-TV|bfmtv.com
Franceinfo|France Info|francetvinfo.fr
France Inter
RTL
RFI|rfi.fr
Le Soir|lesoir.be
Le Temps|letemps.ch
La Vanguardia|lavanguardia.com
Cadena SER|cadenaser.com
El Confidencial|elconfidencial.com
RTVE|rtve.es
Clarín|clarin.com
La Nación|lanacion.com.ar
El Universal|eluniversal.com.mx
Reforma|reforma.com
El Tiempo|eltiempo.com
""".strip()
"""Other outlets that reports name as their source."""
