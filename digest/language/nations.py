"""English words for what belongs to a country, and the word of the country: a title has one where the next has the other."""

from __future__ import annotations

_COUNTRIES = """
afghanistan:afghan,afghans africa:african,africans albania:albanian,albanians algeria:algerian,algerians
america:american,americans angola:angolan argentina:argentine,argentinian armenia:armenian,armenians asia:asian,asians
australia:australian,australians austria:austrian,austrians azerbaijan:azerbaijani,azeri bahrain:bahraini
bangladesh:bangladeshi,bangladeshis belarus:belarusian,belarusians belgium:belgian,belgians bolivia:bolivian,bolivians
bosnia:bosnian,bosnians brazil:brazilian,brazilians britain:british,briton,britons bulgaria:bulgarian,bulgarians
cambodia:cambodian,cambodians cameroon:cameroonian canada:canadian,canadians chad:chadian chile:chilean,chileans
china:chinese colombia:colombian,colombians congo:congolese croatia:croatian,croatians cuba:cuban,cubans
cyprus:cypriot,cypriots czechia:czech,czechs denmark:danish,dane,danes ecuador:ecuadorian,ecuadorean egypt:egyptian,egyptians
emirates:emirati,emiratis england:english eritrea:eritrean,eritreans estonia:estonian,estonians
ethiopia:ethiopian,ethiopians europe:european,europeans finland:finnish,finn,finns france:french
georgia:georgian,georgians germany:german,germans ghana:ghanaian greece:greek,greeks
greenland:greenlandic,greenlander,greenlanders
guatemala:guatemalan,guatemalans haiti:haitian,haitians honduras:honduran,hondurans hungary:hungarian,hungarians
iceland:icelandic,icelander,icelanders india:indian,indians indonesia:indonesian,indonesians iran:iranian,iranians
iraq:iraqi,iraqis ireland:irish israel:israeli,israelis italy:italian,italians jamaica:jamaican,jamaicans
japan:japanese jordan:jordanian,jordanians kazakhstan:kazakh,kazakhs kenya:kenyan,kenyans korea:korean,koreans
kosovo:kosovar,kosovars kuwait:kuwaiti,kuwaitis kyrgyzstan:kyrgyz laos:laotian latvia:latvian,latvians
lebanon:lebanese liberia:liberian,liberians libya:libyan,libyans lithuania:lithuanian,lithuanians
macedonia:macedonian malawi:malawian malaysia:malaysian,malaysians mali:malian,malians malta:maltese mexico:mexican,mexicans
moldova:moldovan,moldovans mongolia:mongolian montenegro:montenegrin morocco:moroccan,moroccans
mozambique:mozambican namibia:namibian nepal:nepali,nepalese netherlands:dutch nicaragua:nicaraguan,nicaraguans
niger:nigerien nigeria:nigerian,nigerians norway:norwegian,norwegians oman:omani pakistan:pakistani,pakistanis
palestine:palestinian,palestinians panama:panamanian,panamanians paraguay:paraguayan peru:peruvian,peruvians
philippines:philippine,filipino,filipinos poland:polish portugal:portuguese qatar:qatari,qataris
romania:romanian,romanians russia:russian,russians rwanda:rwandan,rwandans salvador:salvadoran,salvadorans
saudi:saudis scotland:scottish senegal:senegalese serbia:serbian,serb,serbs singapore:singaporean,singaporeans
slovakia:slovak,slovaks slovenia:slovenian,slovene somalia:somali,somalis somaliland:somalilander
spain:spanish,spaniard,spaniards
sudan:sudanese sweden:swedish,swede,swedes switzerland:swiss syria:syrian,syrians taiwan:taiwanese tajikistan:tajik
tanzania:tanzanian thailand:thai,thais tunisia:tunisian,tunisians turkey:turkish turkmenistan:turkmen
uganda:ugandan,ugandans ukraine:ukrainian,ukrainians uruguay:uruguayan uzbekistan:uzbek,uzbeks
venezuela:venezuelan,venezuelans vietnam:vietnamese wales:welsh yemen:yemeni,yemenis zambia:zambian
zimbabwe:zimbabwean,zimbabweans
"""
COUNTRY = {
    word: country for country, _, words in (line.partition(":") for line in _COUNTRIES.split()) for word in words.split(",")
}
"""The country of each word in lower case that is its adjective or its people."""

_SEATS = """
afghanistan:kabul algeria:algiers argentina:aires australia:canberra austria:vienna azerbaijan:baku belarus:minsk
belgium:brussels britain:uk,whitehall,westminster canada:ottawa chile:santiago china:beijing,peking colombia:bogota
congo:kinshasa cuba:havana denmark:copenhagen egypt:cairo ethiopia:ababa france:paris,elysee germany:berlin greece:athens
hungary:budapest india:delhi indonesia:jakarta iran:tehran,teheran iraq:baghdad ireland:dublin israel:jerusalem
italy:rome japan:tokyo jordan:amman kenya:nairobi korea:seoul,pyongyang lebanon:beirut libya:tripoli
malaysia:putrajaya mexico:mexicocity morocco:rabat netherlands:hague nigeria:abuja norway:oslo pakistan:islamabad
palestine:ramallah peru:lima philippines:manila poland:warsaw portugal:lisbon qatar:doha romania:bucharest
russia:moscow,kremlin saudi:riyadh serbia:belgrade somalia:mogadishu spain:madrid sudan:khartoum sweden:stockholm
switzerland:bern syria:damascus taiwan:taipei thailand:bangkok tunisia:tunis turkey:ankara ukraine:kyiv,kiev
us:washington,america,whitehouse venezuela:caracas vietnam:hanoi yemen:sanaa zimbabwe:harare
"""
STATE = (
    COUNTRY
    | {word: country for country, _, words in (line.partition(":") for line in _SEATS.split()) for word in words.split(",")}
    | dict.fromkeys(("american", "americans"), "us")
)
"""The same, and for the seat of a government the country, as reports of what a government says name it by its seat."""
COUNTRIES = frozenset(COUNTRY.values()) | frozenset(STATE.values())
"""The countries that these words are of."""
