"""A sentence is not cited for what it does not say, however many words it shares; its twin that says the same is.

Each kind has pairs of sentences of which neither says what the other does, and pairs that say the same.
"""

import pytest
from between import between

NAMES = (
    "The harbour register lists Orbix, Nordwerk, Oldport, Saltmarsh, Hirta, Fennwick, Marlow, Kelmar, Easton, Washington, "
    "and of its people Olaf Reed, Anna Brook, Mara Voss, Jan Keller, Lena Park, Tom Hale, Ida Brown, Carla Jensen and Quint"
)
"""Says which words are names, as other sentences of a story do."""

TURNED_DOWN = [
    (
        "The harbour council rejected a report that the ferry Marigold had struck the reef off Oldport on Monday",
        "The ferry Marigold struck the reef off Oldport on Monday",
    ),
    (
        "Mayor Olaf Reed dismissed claims that the council of Oldport had sold the shipyard to Orbix",
        "The council of Oldport sold the shipyard to Orbix",
    ),
    (
        "A forged letter says that Orbix bought the shipyard of Saltmarsh for its scrap",
        "Orbix bought the shipyard of Saltmarsh for its scrap",
    ),
    (
        "Captain Quint called it a lie that the ferry Marigold sailed from Oldport with a broken rudder",
        "The ferry Marigold sailed from Oldport with a broken rudder",
    ),
    (
        "Orbix denied that it had dumped diesel into the bay of Saltmarsh in the spring",
        "Orbix dumped diesel into the bay of Saltmarsh in the spring",
    ),
    (
        "The minister shot down rumors that captain Quint had fled the harbour of Oldport",
        "Captain Quint fled the harbour of Oldport",
    ),
    (
        "Orbix refuted reports that its engineers ignored cracks in the hull of the Marigold",
        "Engineers of Orbix ignored cracks in the hull of the Marigold",
    ),
    (
        "A hoax message claimed the bridge of Oldport had collapsed onto the market",
        "The bridge of Oldport collapsed onto the market",
    ),
    (
        "A judge threw out a claim that Orbix had stolen the design of the ferry terminal from Nordwerk",
        "Orbix stole the design of the ferry terminal from Nordwerk",
    ),
    (
        "The police found no evidence that captain Quint was drunk at the wheel of the ferry Marigold",
        "Captain Quint was drunk at the wheel of the ferry Marigold",
    ),
    (
        "Inspectors doubt that the ferry Marigold caught fire in its engine room off Oldport",
        "The ferry Marigold caught fire in its engine room off Oldport",
    ),
    (
        "The report that the council of Oldport had approved the ferry contract turned out to be false",
        "The council of Oldport approved the ferry contract",
    ),
    (
        "A fake photograph shows the mayor Olaf Reed kissing captain Quint on the pier of Oldport",
        "The mayor Olaf Reed kissed captain Quint on the pier of Oldport",
    ),
    (
        "Olaf Reed falsely claimed that the council of Oldport closed the harbour to trawlers",
        "The council of Oldport closed the harbour to trawlers",
    ),
    (
        "It is a myth that the ferry Marigold carried gold bars from Oldport to Saltmarsh",
        "The ferry Marigold carried gold bars from Oldport to Saltmarsh",
    ),
    (
        "The navy disputed an account that its patrol boat rammed the trawler Heron near Saltmarsh",
        "A patrol boat of the navy rammed the trawler Heron near Saltmarsh",
    ),
    (
        "Anna Brook scoffed at the idea that Orbix bribed the council of Oldport over the ferry contract",
        "Orbix bribed the council of Oldport over the ferry contract",
    ),
    (
        "The ministry ruled out that sabotage sank the ferry Marigold off Oldport",
        "Sabotage sank the ferry Marigold off Oldport",
    ),
    ("Mayor Reed pretended that Orbix had paid for the new pier of Saltmarsh", "Orbix paid for the new pier of Saltmarsh"),
]
REPORTED = [
    (
        "The harbour council confirmed a report that the ferry Marigold had struck the reef off Oldport on Monday",
        "The ferry Marigold struck the reef off Oldport on Monday",
    ),
    (
        "Mayor Olaf Reed admitted that the council of Oldport had sold the shipyard to Orbix",
        "The council of Oldport sold the shipyard to Orbix",
    ),
    (
        "A letter says that Orbix bought the shipyard of Saltmarsh for its scrap",
        "Orbix bought the shipyard of Saltmarsh for its scrap",
    ),
    (
        "Captain Quint called it a shame that the ferry Marigold sailed from Oldport with a broken rudder",
        "The ferry Marigold sailed from Oldport with a broken rudder",
    ),
    (
        "Captain Quint acknowledged that the ferry Marigold caught fire in its engine room off Oldport",
        "The ferry Marigold caught fire in its engine room off Oldport",
    ),
    (
        "The harbour council rejected a report that the ferry Marigold had struck the reef off Oldport",
        "The harbour council dismissed a report that the ferry Marigold had struck the reef off Oldport",
    ),
    (
        "Mayor Olaf Reed rejected the ferry contract with Orbix that the council of Oldport had drafted in May",
        "Mayor Olaf Reed turned down the ferry contract with Orbix that the council of Oldport had drafted in May",
    ),
    (
        "Orbix denied that it had dumped diesel into the bay of Saltmarsh",
        "Orbix denied having dumped diesel into the bay of Saltmarsh",
    ),
    (
        "Police arrested a man over a forged passport at the harbour of Oldport on Monday",
        "A man was arrested by police over a forged passport at the harbour of Oldport on Monday",
    ),
]
OTHERS = [
    (
        "Olaf Reed said the new ferry terminal of Oldport would cost too much",
        "Anna Brook said the new ferry terminal of Oldport would cost too much",
    ),
    (
        "Olaf Reed was sentenced to nine years in prison by the court of Oldport",
        "Anna Brook was sentenced to nine years in prison by the court of Oldport",
    ),
    (
        "Captain Quint pleaded guilty to fraud in the county court of Saltmarsh",
        "Engineer Voss pleaded guilty to fraud in the county court of Saltmarsh",
    ),
    (
        "Mara Voss resigned from the harbour board of Oldport on Monday after the fire",
        "Jan Keller resigned from the harbour board of Oldport on Monday after the fire",
    ),
    (
        "Senator Reed praised the rescue of the sailors off the island of Hirta",
        "Senator Keller praised the rescue of the sailors off the island of Hirta",
    ),
    (
        "Ida Brown wrote that the museum had lost its best drawings in the flood",
        "Carla Jensen wrote that the museum had lost its best drawings in the flood",
    ),
    (
        "According to Olaf Reed, the ferry terminal was built on a rotten foundation",
        "According to Anna Brook, the ferry terminal was built on a rotten foundation",
    ),
    (
        "Orbix announced that it would cut the price of its weather satellites",
        "Nordwerk announced that it would cut the price of its weather satellites",
    ),
    (
        "Judge Lena Park ruled that the trawlers must leave the bay of Saltmarsh",
        "Judge Tom Hale ruled that the trawlers must leave the bay of Saltmarsh",
    ),
    (
        "Voss won the rowing final in the harbour of Oldport by a length",
        "Keller won the rowing final in the harbour of Oldport by a length",
    ),
    (
        "Lena Park was killed when the wall of the brewery in Saltmarsh fell",
        "Tom Hale was killed when the wall of the brewery in Saltmarsh fell",
    ),
    (
        "The ferry would never sail at night again, Olaf Reed said on the pier",
        "The ferry would never sail at night again, Anna Brook said on the pier",
    ),
    (
        "Jan Keller resigned from the harbour board of Oldport on Monday, Mara Voss said",
        "Jan Keller resigned from the harbour board of Oldport on Monday, Olaf Reed said",
    ),
]
SAME_PERSON = [
    (
        "Olaf Reed said the new ferry terminal of Oldport would cost too much",
        "Mayor Reed said the new ferry terminal of Oldport would cost too much",
    ),
    (
        "Olaf Reed, the mayor, was sentenced to nine years in prison by the court of Oldport",
        "Reed was sentenced to nine years in prison by the court of Oldport",
    ),
    (
        "Mara Voss resigned from the harbour board of Oldport on Monday after the fire",
        "The director of the harbour board of Oldport, Mara Voss, resigned on Monday after the fire",
    ),
    (
        "Orbix announced that it would cut the price of its weather satellites",
        "The satellite maker Orbix announced that it would cut the price of its weather satellites",
    ),
    (
        "The ferry would never sail at night again, Olaf Reed said on the pier",
        "Olaf Reed said on the pier that the ferry would never sail at night again",
    ),
    (
        "Lena Park was killed when the wall of the brewery in Saltmarsh fell",
        "Park, a nurse from Fennwick, was killed when the wall of the brewery in Saltmarsh fell",
    ),
    (
        "Washington said it would send two ships to the bay of Saltmarsh",
        "The United States said it would send two ships to the bay of Saltmarsh",
    ),
]
REVERSED = [
    (
        "Soldiers of Hirta fired at fishermen of Saltmarsh in the strait",
        "Fishermen of Saltmarsh fired at soldiers of Hirta in the strait",
    ),
    (
        "Orbix sued Nordwerk over the design of the ferry terminal",
        "Nordwerk sued Orbix over the design of the ferry terminal",
    ),
    (
        "Oldport beat Saltmarsh in the final of the county cup on Sunday",
        "Saltmarsh beat Oldport in the final of the county cup on Sunday",
    ),
    ("Orbix acquired Nordwerk after a year of talks", "Nordwerk acquired Orbix after a year of talks"),
    (
        "Anna Brook defeated Olaf Reed in the race for mayor of Oldport",
        "Olaf Reed defeated Anna Brook in the race for mayor of Oldport",
    ),
    (
        "Anna Brook accused Olaf Reed of lying about the harbour fund",
        "Olaf Reed accused Anna Brook of lying about the harbour fund",
    ),
    (
        "The trawler Heron rammed the ferry Marigold in fog off Oldport",
        "The ferry Marigold rammed the trawler Heron in fog off Oldport",
    ),
    (
        "Protesters attacked police with bottles outside the town hall of Oldport",
        "Police attacked protesters with batons outside the town hall of Oldport",
    ),
    ("Olaf Reed was sued by Anna Brook over the harbour fund", "Anna Brook was sued by Olaf Reed over the harbour fund"),
    (
        "Orbix sued Nordwerk over the design of the ferry terminal",
        "Orbix was sued by Nordwerk over the design of the ferry terminal",
    ),
    ("Hirta invaded Saltmarsh at dawn with forty boats", "Saltmarsh invaded Hirta at dawn with forty boats"),
    (
        "Captain Quint shot sailor Voss on the deck of the Marigold",
        "Sailor Voss shot captain Quint on the deck of the Marigold",
    ),
    (
        "Keller replaced Park as head of the harbour board of Oldport",
        "Park replaced Keller as head of the harbour board of Oldport",
    ),
    (
        "Orbix sold the shipyard of Saltmarsh to Nordwerk in March",
        "Nordwerk sold the shipyard of Saltmarsh to Orbix in March",
    ),
    (
        "Oldport lost to Saltmarsh in the final of the county cup on Sunday",
        "Saltmarsh lost to Oldport in the final of the county cup on Sunday",
    ),
]
SAME_ROLES = [
    (
        "The flood drowned nine villagers in the valley of Fennwick",
        "Nine villagers drowned in the flood in the valley of Fennwick",
    ),
    (
        "Orbix sued Nordwerk over the design of the ferry terminal",
        "Nordwerk was sued by Orbix over the design of the ferry terminal",
    ),
    (
        "Soldiers of Hirta fired at fishermen of Saltmarsh in the strait",
        "Fishermen of Saltmarsh were fired at by soldiers of Hirta in the strait",
    ),
    ("Orbix acquired Nordwerk after a year of talks", "After a year of talks Nordwerk was acquired by Orbix"),
    (
        "Anna Brook defeated Olaf Reed in the race for mayor of Oldport",
        "In the race for mayor of Oldport Olaf Reed was defeated by Anna Brook",
    ),
    (
        "The trawler Heron rammed the ferry Marigold in fog off Oldport",
        "The ferry Marigold was rammed by the trawler Heron in fog off Oldport",
    ),
    (
        "Olaf Reed met Anna Brook at the harbour of Oldport on Sunday",
        "Anna Brook met Olaf Reed at the harbour of Oldport on Sunday",
    ),
    ("Orbix merged with Nordwerk after a year of talks", "Nordwerk merged with Orbix after a year of talks"),
    ("Captain Quint shot sailor Voss on the deck of the Marigold", "Voss was shot by Quint on the deck of the Marigold"),
    ("Hirta and Saltmarsh signed a fishing treaty in Oldport", "Saltmarsh and Hirta signed a fishing treaty in Oldport"),
    (
        "Orbix sued Nordwerk over the design of the ferry terminal",
        "Orbix has sued Nordwerk over the design of the ferry terminal of Oldport",
    ),
    (
        "Keller replaced Park as head of the harbour board of Oldport",
        "Park was replaced by Keller as head of the harbour board of Oldport",
    ),
]
OTHERWISE = [
    (
        "The fire on the ferry Marigold killed eleven sailors off Oldport",
        "Eleven sailors survived the fire on the ferry Marigold off Oldport",
    ),
    (
        "Divers saved eleven sailors of the ferry Marigold off Oldport",
        "Eleven sailors of the ferry Marigold died off Oldport",
    ),
    (
        "A wave killed four fishermen near the lighthouse of Hirta",
        "Four fishermen were rescued from a wave near the lighthouse of Hirta",
    ),
    (
        "The central bank of Hirta raised its key rate to four percent",
        "The central bank of Hirta kept its key rate at four percent",
    ),
    (
        "The central bank of Hirta held its key interest rate on Tuesday",
        "The central bank of Hirta lifted its key interest rate on Tuesday",
    ),
    (
        "The central bank of Hirta left its key interest rate unchanged on Tuesday",
        "The central bank of Hirta cut its key interest rate on Tuesday",
    ),
    ("Orbix is in talks to buy the shipyard of Saltmarsh", "Orbix bought the shipyard of Saltmarsh"),
    ("Orbix plans to close the shipyard of Saltmarsh", "Orbix closed the shipyard of Saltmarsh"),
    ("The council considers selling the harbour of Oldport to Orbix", "The council sold the harbour of Oldport to Orbix"),
    (
        "The council is weighing a ban on trawlers in the bay of Saltmarsh",
        "The council passed a ban on trawlers in the bay of Saltmarsh",
    ),
    (
        "Orbix may dismiss four hundred workers at the shipyard of Saltmarsh",
        "Orbix dismissed four hundred workers at the shipyard of Saltmarsh",
    ),
    ("Orbix offered to buy the shipyard of Saltmarsh from Nordwerk", "Orbix bought the shipyard of Saltmarsh from Nordwerk"),
    (
        "Olaf Reed threatened to close the harbour of Oldport to trawlers",
        "Olaf Reed closed the harbour of Oldport to trawlers",
    ),
    (
        "Police tried to free the hostages on the ferry Marigold at Oldport",
        "Police freed the hostages on the ferry Marigold at Oldport",
    ),
    ("Captain Quint attempted to ram the trawler Heron off Oldport", "Captain Quint rammed the trawler Heron off Oldport"),
    (
        "The council proposed a tax on cruise ships in the harbour of Oldport",
        "The council adopted a tax on cruise ships in the harbour of Oldport",
    ),
    ("The ferry Marigold sank off Oldport in a storm", "The ferry Marigold nearly sank off Oldport in a storm"),
    ("Captain Quint was arrested at the harbour of Oldport", "Captain Quint escaped arrest at the harbour of Oldport"),
    ("Orbix missed its profit target for the spring quarter", "Orbix beat its profit target for the spring quarter"),
    ("Hirta agreed to a ceasefire with the rebels in the strait", "Hirta broke a ceasefire with the rebels in the strait"),
    (
        "Orbix would have bought the shipyard of Saltmarsh from Nordwerk",
        "Orbix bought the shipyard of Saltmarsh from Nordwerk",
    ),
    ("Nordwerk is close to selling the shipyard of Saltmarsh to Orbix", "Nordwerk sold the shipyard of Saltmarsh to Orbix"),
]
SAME_STATE = [
    (
        "The fire on the ferry Marigold killed eleven sailors off Oldport",
        "Eleven sailors died in the fire on the ferry Marigold off Oldport",
    ),
    (
        "Divers saved eleven sailors of the ferry Marigold off Oldport",
        "Eleven sailors of the ferry Marigold were rescued by divers off Oldport",
    ),
    (
        "The central bank of Hirta raised its key rate to four percent",
        "The key rate was raised to four percent by the central bank of Hirta",
    ),
    (
        "The central bank of Hirta held its key interest rate on Tuesday",
        "The central bank of Hirta kept its key interest rate on hold on Tuesday",
    ),
    ("Orbix is in talks to buy the shipyard of Saltmarsh", "Orbix is negotiating to buy the shipyard of Saltmarsh"),
    ("Orbix bought the shipyard of Saltmarsh", "After talks in May Orbix bought the shipyard of Saltmarsh"),
    ("Orbix plans to close the shipyard of Saltmarsh", "Orbix intends to close the shipyard of Saltmarsh"),
    (
        "The council proposed a tax on cruise ships in the harbour of Oldport",
        "A tax on cruise ships in the harbour of Oldport was proposed by the council",
    ),
    (
        "Police tried to free the hostages on the ferry Marigold at Oldport",
        "Police attempted to free the hostages on the ferry Marigold at Oldport",
    ),
    (
        "Two sailors were killed and three rescued when the Marigold sank off Oldport",
        "When the Marigold sank off Oldport two sailors were killed and three rescued",
    ),
]
ELSEWHERE = [
    (
        "A lorry overturned on the bridge at Marlow and spilled milk over the road",
        "A lorry overturned on the bridge at Kelmar and spilled milk over the road",
    ),
    ("Police found the stolen altar in a barn near Fennwick", "Police found the stolen altar in a barn near Saltmarsh"),
    ("The court in Oldport opened the trial of captain Quint", "The court in Easton opened the trial of captain Quint"),
    (
        "Orbix will build its new shipyard in Marlow, the company said",
        "Orbix will build its new shipyard in Kelmar, the company said",
    ),
    (
        "The museum reopened on Tuesday after the flood in the cellar",
        "The museum reopened on Thursday after the flood in the cellar",
    ),
    (
        "The museum reopened on May 3 after the flood in the cellar",
        "The museum reopened on May 9 after the flood in the cellar",
    ),
    (
        "The museum reopened on 3 May after the flood in the cellar",
        "The museum reopened on 9 May after the flood in the cellar",
    ),
    (
        "Oldport finished second in the county league of rowing clubs",
        "Oldport finished fourth in the county league of rowing clubs",
    ),
    (
        "Captain Quint was sentenced for the first time by the court of Oldport",
        "Captain Quint was sentenced for the third time by the court of Oldport",
    ),
    (
        "It was the 12th fire at the shipyard of Saltmarsh in a decade",
        "It was the 19th fire at the shipyard of Saltmarsh in a decade",
    ),
    (
        "The ferry Marigold sailed from Oldport to Saltmarsh with a load of timber",
        "The ferry Marigold sailed from Saltmarsh to Oldport with a load of timber",
    ),
    (
        "The school in Marlow was closed because of a broken boiler",
        "The school in Kelmar was closed because of a broken boiler",
    ),
    ("The meeting begins at 3 p.m. in the town hall of Oldport", "The meeting begins at 6 p.m. in the town hall of Oldport"),
    (
        "The quake struck the north of Hirta at dawn and cracked the dam",
        "The quake struck the south of Hirta at dawn and cracked the dam",
    ),
    (
        "The museum was closed last week after the flood in the cellar",
        "The museum was closed last year after the flood in the cellar",
    ),
    (
        "Orbix reported a loss for the first quarter at its shipyard",
        "Orbix reported a loss for the third quarter at its shipyard",
    ),
]
SAME_PLACE = [
    (
        "A lorry overturned on the bridge at Marlow and spilled milk over the road",
        "In Marlow a lorry overturned on the bridge and spilled milk over the road",
    ),
    (
        "Police found the stolen altar in a barn near Fennwick",
        "Police found the stolen altar in a barn near Fennwick in the county of Brae",
    ),
    (
        "The museum reopened on Tuesday after the flood in the cellar",
        "The museum reopened on Tuesday, May 4, after the flood in the cellar",
    ),
    (
        "The museum reopened on May 3 after the flood in the cellar",
        "The museum reopened on 3 May after the flood in the cellar",
    ),
    (
        "Oldport finished second in the county league of rowing clubs",
        "Oldport finished 2nd in the county league of rowing clubs",
    ),
    (
        "The ferry Marigold sailed from Oldport to Saltmarsh with a load of timber",
        "With a load of timber the ferry Marigold sailed from Oldport to Saltmarsh",
    ),
    ("Two thieves were caught in Marlow and one in Kelmar", "One thief was caught in Kelmar and two thieves in Marlow"),
    (
        "FENNWICK — Police found the stolen altar in a barn of the monastery",
        "Police found the stolen altar in a barn of the monastery, officials in Saltmarsh said",
    ),
]


@pytest.mark.parametrize(("one", "other"), [*TURNED_DOWN, *OTHERS, *REVERSED, *OTHERWISE, *ELSEWHERE])
def test_what_only_sounds_alike_is_cited_in_no_direction(one, other):
    """Neither in full nor in part."""
    assert between(one, other, NAMES) == (False, False)
    assert between(other, one, NAMES) == (False, False)


@pytest.mark.parametrize(("one", "other"), [*REPORTED, *SAME_PERSON, *SAME_ROLES, *SAME_STATE, *SAME_PLACE])
def test_what_says_the_same_is_cited(one, other):
    """In one direction at least, as any words that say less or more."""
    assert between(one, other, NAMES)[0] or between(other, one, NAMES)[0]


OTHER_LANGUAGES = [
    (
        "Der Bürgermeister wies Berichte zurück, der Hafen von Oldenhafen habe die alte Fähre verkauft",
        "Der Hafen von Oldenhafen habe die alte Fähre verkauft",
        "de",
    ),
    ("Anna Brook verklagt Olaf Reed wegen der Hafenkasse", "Olaf Reed verklagt Anna Brook wegen der Hafenkasse", "de"),
    (
        "Oldenhafen schlägt Salzmarsch im Finale des Kreispokals",
        "Salzmarsch schlägt Oldenhafen im Finale des Kreispokals",
        "de",
    ),
    ("Die Fähre fährt von Oldenhafen nach Salzmarsch", "Die Fähre fährt von Salzmarsch nach Oldenhafen", "de"),
    ("Die Polizei fand den gestohlenen Altar in Fennwick", "Die Polizei fand den gestohlenen Altar in Salzmarsch", "de"),
    ("Orbix kauft die Werft von Nordwerk in Salzmarsch", "Nordwerk kauft die Werft von Orbix in Salzmarsch", "de"),
    ("Das Museum öffnet am Dienstag nach der Flut wieder", "Das Museum öffnet am Donnerstag nach der Flut wieder", "de"),
    ("Orbix will die Werft von Salzmarsch schließen", "Orbix wollte die Werft von Salzmarsch schließen", "de"),
    ("Die Werft von Salzmarsch soll Orbix gehören", "Die Werft von Salzmarsch wird Orbix gehören", "de"),
    ("Anna Brook poursuit Olaf Reed pour la caisse du port", "Olaf Reed poursuit Anna Brook pour la caisse du port", "fr"),
    (
        "Le maire rejette un rapport selon lequel le port de Vieuxport a vendu le vieux bac",
        "Le port de Vieuxport a vendu le vieux bac, selon un rapport du maire",
        "fr",
    ),
    ("Le bac va de Vieuxport à Selmarais avec du bois", "Le bac va de Selmarais à Vieuxport avec du bois", "fr"),
    ("Le musée rouvre mardi après la crue de la rivière", "Le musée rouvre jeudi après la crue de la rivière", "fr"),
    (
        "Vieuxport bat Selmarais en finale de la coupe du comté",
        "Selmarais bat Vieuxport en finale de la coupe du comté",
        "fr",
    ),
    (
        "El alcalde demandó a la naviera por el dinero del puerto",
        "La naviera demandó al alcalde por el dinero del puerto",
        "es",
    ),
    (
        "Puertoviejo venció a Salmarisma en la final de la copa",
        "Salmarisma venció a Puertoviejo en la final de la copa",
        "es",
    ),
    (
        "El transbordador va de Puertoviejo a Salmarisma con madera",
        "El transbordador va de Salmarisma a Puertoviejo con madera",
        "es",
    ),
    (
        "Il traghetto va da Portovecchio a Salpalude con legname",
        "Il traghetto va da Salpalude a Portovecchio con legname",
        "it",
    ),
    ("Portovecchio batte Salpalude nella finale della coppa", "Salpalude batte Portovecchio nella finale della coppa", "it"),
    ("O barco vai de Portovelho a Salbrejo com madeira", "O barco vai de Salbrejo a Portovelho com madeira", "pt"),
]
"""Where no grammar is known, nothing but the order of words tells who does what to whom."""
IN_ORDER = [
    ("Der Hafen sperrt die alte Fähre am Dienstag", "Am Dienstag sperrt der Hafen die alte Fähre", "de"),
    ("Le musée rouvre mardi après la crue de la rivière", "Mardi, le musée rouvre après la crue de la rivière", "fr"),
    ("El transbordador va a Salmarisma con madera", "El transbordador va a Salmarisma con madera y sal", "es"),
    ("Il traghetto va a Salpalude con legname", "Il traghetto va a Salpalude con legname e sale", "it"),
]


@pytest.mark.parametrize(("one", "other", "language"), OTHER_LANGUAGES)
def test_in_other_languages_words_in_another_order_are_not_cited(one, other, language):
    """Nor what is told as a plan, a doubt or a denial in one of the two."""
    assert between(one, other, language=language) == (False, False)
    assert between(other, one, language=language) == (False, False)


@pytest.mark.parametrize(("one", "other", "language"), IN_ORDER)
def test_in_other_languages_the_same_words_in_their_order_are_cited(one, other, language):
    """Wherever the day stands; and where nouns have a capital, they are what stands in order."""
    assert between(one, other, language=language)[0]


@pytest.mark.parametrize(
    "before",
    [
        "It may turn out, wrote the Echo of Saltmarsh on its front page, that",
        "There are rumours, said a baker on the square, that",
    ],
)
def test_what_stands_before_the_words_may_unsay_them(before):
    """Words are cited from the beginning of their sentence, so that what it makes of them counts."""
    fact = "The council of Oldport closed the old bridge on Monday because of cracks in its piers"
    assert not between(fact, f"{before} the{fact.removeprefix('The')}")[0]
    assert between(fact, f"The mayor said, after a long walk with an engineer, that the{fact.removeprefix('The')}")[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A quake of magnitude 6.1 struck Iran on Friday", "A quake of magnitude 6.1 struck Iraq on Friday"),
        ("The ferry brought nine hundred lorries from Austria", "The ferry brought nine hundred lorries from Australia"),
        ("A court fined Orbix 40 million dollars over the spill", "A court fined Orbix 40 million euros over the spill"),
        ("The council fined Orbix $40m over the spill", "The council fined Orbix €40m over the spill"),
    ],
)
def test_names_alike_and_other_currencies_are_not_the_same(one, other):
    """A country is not another one spelt otherwise, and so much of one currency is not as much of another."""
    assert not between(one, other, NAMES)[0]
    assert not between(other, one, NAMES)[0]
    assert between(one, one, NAMES)[0]
