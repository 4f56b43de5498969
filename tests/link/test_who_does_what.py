"""Names that change places, names that are alike, and acts that are not there: cited for nothing they do not say.

Each kind has pairs of sentences of which neither says what the other does, and pairs that say the same.
"""

import pytest
from between import between

from digest.link.points import agreement
from digest.link.reading import read
from digest.link.support import SpanTerms
from digest.model import Article, Text

NAMES = (
    "The harbour register lists Orbix, Nordwerk, Norline, Oldport, Saltmarsh, Hirta, Fennwick, Marlow, Kelmar, "
    "Easton, Iran, Iraq, Boris Johnson, Johnston, North Carolina, South Carolina, Real Madrid, Atletico Madrid, "
    "New Jersey, New Mexico, Manchester United, Manchester City, and of its people Olaf Reed, Anna Brook, Mara "
    "Voss, Jan Keller, Lena Park, Tom Hale, Ida Brown, Carla Jensen and Quint"
)
"""Says which words are names, as other sentences of a story do."""

OF_NAMES = [
    ("Anna Brook succeeded Olaf Reed as head of Orbix", "Olaf Reed succeeded Anna Brook as head of Orbix"),
    ("Anna Brook replaced Olaf Reed as head of Orbix", "Anna Brook was replaced by Olaf Reed as head of Orbix"),
    ("Mara Voss beat Jan Keller in Oldport on Sunday", "Jan Keller beat Mara Voss in Oldport on Sunday"),
    ("Lena Park sued Tom Hale over Orbix shares", "Tom Hale sued Lena Park over Orbix shares"),
    ("Senator Ida Brown praised Mayor Olaf Reed in Saltmarsh", "Mayor Olaf Reed praised Senator Ida Brown in Saltmarsh"),
    ("Orbix bought Nordwerk from Kelmar Holdings", "Kelmar Holdings bought Nordwerk from Orbix"),
    ("Captain Quint rescued Carla Jensen off Hirta", "Carla Jensen rescued Captain Quint off Hirta"),
    ("Judge Tom Hale jailed Captain Quint in Easton", "Judge Lena Park jailed Captain Quint in Easton"),
    ("Olaf Reed left Orbix for Nordwerk", "Olaf Reed left Nordwerk for Orbix"),
    ("Easton rowers beat Marlow rowers in Fennwick", "Marlow rowers beat Easton rowers in Fennwick"),
    ("Ida Brown followed Tom Hale as mayor of Easton", "Tom Hale followed Ida Brown as mayor of Easton"),
    ("Kelmar Rovers beat Marlow Athletic at Fennwick Park", "Marlow Athletic beat Kelmar Rovers at Fennwick Park"),
    ("Lena Park accused Jan Keller of theft in Oldport", "Jan Keller accused Lena Park of theft in Oldport"),
    ("Nordwerk sold Saltmarsh Shipyard to Orbix in March", "Orbix sold Saltmarsh Shipyard to Nordwerk in March"),
    ("Captain Quint praised Mara Voss in Hirta", "Captain Quint praised Anna Brook in Hirta"),
    ("Mayor Olaf Reed fired Harbour Chief Ida Brown", "Harbour Chief Ida Brown fired Mayor Olaf Reed"),
    ("Orbix moved from Kelmar to Easton", "Orbix moved from Easton to Kelmar"),
    ("Tom Hale was hired by Lena Park at Nordwerk", "Lena Park was hired by Tom Hale at Nordwerk"),
]
BEFORE_WORDS = [
    ("Two planes of Orbix fly from Oldport to Hirta daily", "Two planes of Orbix fly from Hirta to Oldport daily"),
    ("The ferry Marigold sailed from Oldport to Hirta twice", "The ferry Marigold sailed from Hirta to Oldport twice"),
    (
        "A court ordered that Orbix owed Nordwerk 40 million dollars",
        "A court ordered that Nordwerk owed Orbix 40 million dollars",
    ),
    ("Orbix paid Nordwerk damages for the sunken barge", "Nordwerk paid Orbix damages for the sunken barge"),
    ("Olaf Reed sent Anna Brook letters about the harbour fund", "Anna Brook sent Olaf Reed letters about the harbour fund"),
    (
        "The council of Easton gave Orbix permission for a second pier",
        "The council of Easton gave Nordwerk permission for a second pier",
    ),
    (
        "The Saltmarsh council closed the old fish market on Friday",
        "The Oldport council closed the old fish market on Friday",
    ),
    (
        "The trawler was towed to Kelmar yesterday after its engine failed",
        "The trawler was towed to Marlow yesterday after its engine failed",
    ),
    (
        "Mara Voss met sailors in Hirta early on Monday about their wages",
        "Mara Voss met sailors in Easton early on Monday about their wages",
    ),
    ("Orbix police guards arrested Nordwerk divers at the pier", "Nordwerk police guards arrested Orbix divers at the pier"),
    (
        "The trawler sailed from Hirta to Kelmar slowly because of fog",
        "The trawler sailed from Kelmar to Hirta slowly because of fog",
    ),
    ("Nordwerk lent Orbix nine million crowns for a dock", "Orbix lent Nordwerk nine million crowns for a dock"),
    (
        "The Easton police searched the house of the missing baker",
        "The Kelmar police searched the house of the missing baker",
    ),
    ("A bus from Marlow today hit a wall near the old mill", "A bus from Fennwick today hit a wall near the old mill"),
    (
        "Ida Brown gave Tom Hale advice about the strike of the dockers",
        "Tom Hale gave Ida Brown advice about the strike of the dockers",
    ),
    (
        "The Orbix board refused to sell the shipyard to a rival",
        "The Nordwerk board refused to sell the shipyard to a rival",
    ),
    (
        "Anna Brook promised Olaf Reed support in the harbour dispute",
        "Olaf Reed promised Anna Brook support in the harbour dispute",
    ),
    ("The post boat goes from Oldport to Easton every morning", "The post boat goes from Easton to Oldport every morning"),
]
TURNED = [
    (
        "The court ordered Orbix to pay 5 million dollars to Nordwerk",
        "The court ordered Nordwerk to pay 5 million dollars to Orbix",
    ),
    (
        "The minister asked Anna Brook to help Olaf Reed with the harbour fund",
        "The minister asked Olaf Reed to help Anna Brook with the harbour fund",
    ),
    (
        "The judge forced Tom Hale to apologise to Lena Park in the hall",
        "The judge forced Lena Park to apologise to Tom Hale in the hall",
    ),
    (
        "The council wanted Orbix to buy Nordwerk before the winter",
        "The council wanted Nordwerk to buy Orbix before the winter",
    ),
    (
        "Police said Jan Keller had lent Mara Voss the stolen boat",
        "Police said Mara Voss had lent Jan Keller the stolen boat",
    ),
    ("The deal lets Orbix sell boats to Nordwerk without a tax", "The deal lets Nordwerk sell boats to Orbix without a tax"),
    ("The storm helped Easton beat Marlow in the rowing final", "The storm helped Marlow beat Easton in the rowing final"),
    (
        "The mayor thanked Ida Brown for warning Carla Jensen of the flood",
        "The mayor thanked Carla Jensen for warning Ida Brown of the flood",
    ),
    (
        "The board chose Anna Brook over Olaf Reed as head of the harbour",
        "The board chose Olaf Reed over Anna Brook as head of the harbour",
    ),
    (
        "The county moved two schools from Marlow to Kelmar after the flood",
        "The county moved two schools from Kelmar to Marlow after the flood",
    ),
    (
        "Sailors accused Captain Quint of deserting engineer Voss on the reef",
        "Sailors accused engineer Voss of deserting Captain Quint on the reef",
    ),
    ("The judge told Orbix to return nine boats to Nordwerk", "The judge told Nordwerk to return nine boats to Orbix"),
    (
        "The union urged Anna Brook to forgive Olaf Reed for the delay",
        "The union urged Olaf Reed to forgive Anna Brook for the delay",
    ),
    (
        "The treaty allows Hirta to fish in the waters of Saltmarsh",
        "The treaty allows Saltmarsh to fish in the waters of Hirta",
    ),
    (
        "The coach picked Tom Hale ahead of Jan Keller for the final",
        "The coach picked Jan Keller ahead of Tom Hale for the final",
    ),
    (
        "Lawyers persuaded Mara Voss to sue Lena Park over the house",
        "Lawyers persuaded Lena Park to sue Mara Voss over the house",
    ),
    (
        "The bank will transfer the debt of Orbix to Nordwerk in June",
        "The bank will transfer the debt of Nordwerk to Orbix in June",
    ),
    (
        "Police believe that Tom Hale poisoned Ida Brown with mushrooms",
        "Police believe that Ida Brown poisoned Tom Hale with mushrooms",
    ),
    ("The board blamed Anna Brook for the mistake of Olaf Reed", "The board blamed Olaf Reed for the mistake of Anna Brook"),
]
ALIKE = [
    (
        "A quake of magnitude 6.1 struck Iran on Friday and cracked a dam",
        "A quake of magnitude 6.1 struck Iraq on Friday and cracked a dam",
    ),
    ("Boris Johnson opened the new ferry terminal of Oldport", "Boris Johnston opened the new ferry terminal of Oldport"),
    (
        "A storm tore the roofs off two hundred houses in North Carolina",
        "A storm tore the roofs off two hundred houses in South Carolina",
    ),
    (
        "Real Madrid lost the final of the cup after a late goal",
        "Atletico Madrid lost the final of the cup after a late goal",
    ),
    (
        "A cholera outbreak has killed nine villagers in Niger this spring",
        "A cholera outbreak has killed nine villagers in Nigeria this spring",
    ),
    (
        "The school in Northfield was closed because of a broken boiler",
        "The school in Southfield was closed because of a broken boiler",
    ),
    ("Anna Brook was elected to the harbour board of Oldport", "Olaf Brook was elected to the harbour board of Oldport"),
    ("The writer Marian Hale died at home after a long illness", "The writer Marion Hale died at home after a long illness"),
    (
        "Manchester United signed the goalkeeper for nine million pounds",
        "Manchester City signed the goalkeeper for nine million pounds",
    ),
    (
        "The embassy of Slovakia in Oldport was damaged in the fire",
        "The embassy of Slovenia in Oldport was damaged in the fire",
    ),
    ("New Jersey banned the sale of plastic bags in its shops", "New Mexico banned the sale of plastic bags in its shops"),
    ("Floods drowned forty cows in Austria at the weekend", "Floods drowned forty cows in Australia at the weekend"),
    ("The bakery in West Kelmar burned down at dawn", "The bakery in East Kelmar burned down at dawn"),
    ("Peter Hansen won the chess title after a draw", "Peter Jansen won the chess title after a draw"),
    ("Inter Easton sacked the trainer after nine defeats", "Dynamo Easton sacked the trainer after nine defeats"),
    ("A drought killed the maize harvest in Zambia", "A drought killed the maize harvest in Gambia"),
    ("The Oldport Herald named a nurse as its editor", "The Oldport Courier named a nurse as its editor"),
    ("Mali expelled the envoy after the coup", "Malawi expelled the envoy after the coup"),
    ("Erika Voss wrote the hymn for the rowers", "Erik Voss wrote the hymn for the rowers"),
]
ACT_LOST = [
    (
        (
            "The museum closed its doors on Monday for good. "
            "Thieves took 40 paintings and 12 statues from its hall in the raid last Tuesday in Easton"
        ),
        "Thieves took 40 paintings and 12 statues from the hall of the museum in the raid last Tuesday in Easton",
    ),
    (
        (
            "The ferry Marigold sank off Oldport in a storm and 80 people were rescued by trawlers. "
            "Captain Quint of the ferry Marigold was the last to leave the ship off Oldport, the coast guard said"
        ),
        "Trawlers rescued 80 people from the ferry Marigold off Oldport, said the coast guard",
    ),
    (
        (
            "A fire destroyed the market hall of Oldport on Monday. "
            "Olaf Reed, the mayor of Oldport, promised that traders would get a new market hall"
        ),
        "On Monday a fire destroyed the market hall of Oldport",
    ),
    (
        (
            "Orbix will close its plant in Kelmar in June. "
            "Workers of the plant in Kelmar called a strike against Orbix for Friday"
        ),
        "Orbix will close its plant in Kelmar in June, a spokesman said",
    ),
    (
        ("The court of Easton jailed captain Quint for nine years. Captain Quint wept as the court of Easton was cleared"),
        "Captain Quint was jailed for nine years by the court of Easton",
    ),
    (
        (
            "Divers found the wreck of the trawler Heron near Hirta. "
            "The owner of the trawler Heron plans to raise the wreck in spring"
        ),
        "Divers found the wreck of the trawler Heron near Hirta",
    ),
    (
        (
            "The council of Oldport raised the harbour tax by nine percent. "
            "Shipowners in Oldport called the harbour tax a mistake"
        ),
        "The council of Oldport raised the harbour tax by nine percent",
    ),
    (
        (
            "The bridge of Marlow was closed after cracks were found. "
            "Engineers will inspect the bridge of Marlow for cracks on Tuesday"
        ),
        "The bridge of Marlow was closed after cracks were found in it",
    ),
    (
        "Anna Brook won the race for mayor of Saltmarsh. Olaf Reed congratulated Anna Brook on the race for mayor",
        "Anna Brook won the race for mayor of Saltmarsh",
    ),
    (
        ("Orbix sued Nordwerk over the design of the terminal. Nordwerk shares fell after Orbix sued over the terminal"),
        "Orbix sued Nordwerk over the design of the terminal",
    ),
    (
        ("A flood drowned nine villagers in the valley of Fennwick. Soldiers built a dam of sand in the valley of Fennwick"),
        "Nine villagers drowned in a flood in the valley of Fennwick",
    ),
    (
        (
            "Orbix recalled nine thousand vans over a brake fault. "
            "Dealers in Kelmar said that owners were furious about the vans"
        ),
        "Orbix recalled nine thousand vans over a brake fault",
    ),
    (
        "A bus hit a wall near the old mill of Marlow. Firefighters freed the driver of the bus with saws",
        "A bus hit a wall near the old mill of Marlow",
    ),
    (
        "Lena Park was named judge at the court of Easton. Tom Hale was named clerk at the court of Easton",
        "Lena Park was named judge at the court of Easton",
    ),
    (
        (
            "The museum of Oldport bought a drawing of the lighthouse. "
            "A sailor gave the museum of Oldport a model of the lighthouse"
        ),
        "The museum of Oldport bought a drawing of the lighthouse",
    ),
    (
        "The strike of dockers ended in Saltmarsh. Shipowners granted the dockers of Saltmarsh higher wages",
        "The strike of dockers in Saltmarsh ended",
    ),
    (
        "Nordwerk opened a shipyard in Fennwick. The shipyard in Fennwick is the first of Nordwerk abroad",
        "Nordwerk opened a shipyard in Fennwick",
    ),
    (
        "Carla Jensen won the rowing final in Oldport. It was the fourth medal of Carla Jensen",
        "Carla Jensen won the rowing final in Oldport",
    ),
    (
        "The dam above Fennwick broke at dawn. Shepherds had warned the county of cracks in the dam",
        "The dam above Fennwick broke at dawn",
    ),
    (
        "Police arrested the captain of the ferry Marigold of the owner Norline after it sank off Oldport in a storm",
        "The ferry Marigold of the owner Norline sank off Oldport on Sunday in a storm",
    ),
    (
        "Insurers praised the crew after the trawler Heron of the owner Norline burned off Hirta at dawn",
        "The trawler Heron of the owner Norline burned off Hirta at dawn",
    ),
    (
        "Shops reopened in the harbour quarter of Oldport after the flood of the river Marl drowned nine villagers",
        "The flood of the river Marl drowned nine villagers in the harbour quarter of Oldport",
    ),
    (
        (
            "Lawyers demanded a new trial after the court of Easton jailed captain Quint for nine years "
            "over the sinking of the Marigold"
        ),
        "The court of Easton jailed captain Quint for nine years over the sinking of the Marigold",
    ),
    (
        "Investors dumped shares after Orbix closed the shipyard of Saltmarsh and dismissed four hundred welders",
        "Orbix closed the shipyard of Saltmarsh and dismissed four hundred welders",
    ),
    (
        "Nurses went on strike because the county of Brae cut the budget of the hospital of Fennwick by nine percent",
        "The county of Brae cut the budget of the hospital of Fennwick by nine percent",
    ),
    (
        "Fans wept when Easton lost the final of the county cup to Marlow by a late goal",
        "Easton lost the final of the county cup to Marlow by a late goal",
    ),
    (
        "Prosecutors opened an inquiry after a wall of the brewery in Saltmarsh fell on four masons",
        "A wall of the brewery in Saltmarsh fell on four masons",
    ),
    (
        "Neighbours hid two sailors while soldiers of Hirta searched the fishing village of Kelmar for deserters",
        "Soldiers of Hirta searched the fishing village of Kelmar for deserters",
    ),
    (
        "Teachers cancelled the exams because a broken boiler closed the grammar school of Marlow for a week",
        "A broken boiler closed the grammar school of Marlow for a week",
    ),
    (
        "Farmers demanded compensation after the drought killed the maize harvest in the valley of Fennwick",
        "The drought killed the maize harvest in the valley of Fennwick",
    ),
    (
        "Schools handed out water because the flood of the river Marl had spoiled the wells of Kelmar",
        "The flood of the river Marl had spoiled the wells of Kelmar",
    ),
    (
        "The minister resigned after Orbix recalled nine thousand vans over a brake fault",
        "Orbix recalled nine thousand vans over a brake fault",
    ),
    (
        "Mourners gathered in the square where a bus had hit the wall of the old mill of Marlow",
        "A bus had hit the wall of the old mill of Marlow",
    ),
    (
        "Rivals lowered their fares when Norline started its night ferry from Oldport to Hirta",
        "Norline started its night ferry from Oldport to Hirta",
    ),
    (
        "Relatives sued the county because the dam above Fennwick broke at dawn and drowned nine shepherds",
        "The dam above Fennwick broke at dawn and drowned nine shepherds",
    ),
    (
        "Engineers blamed rust after the bridge of Marlow fell into the river Marl on Sunday",
        "The bridge of Marlow fell into the river Marl on Sunday",
    ),
]
"""A statement, and words that have one of its two sentences, or nothing of its main clause."""
SAME = [
    ("Anna Brook succeeded Olaf Reed as head of Orbix", "Olaf Reed was succeeded by Anna Brook as head of Orbix"),
    ("Mara Voss beat Jan Keller in Oldport on Sunday", "On Sunday Mara Voss beat Jan Keller in Oldport"),
    ("Senator Ida Brown praised Mayor Olaf Reed in Saltmarsh", "Ida Brown praised Olaf Reed in Saltmarsh"),
    ("Captain Quint rescued Carla Jensen off Hirta", "Carla Jensen was rescued by Captain Quint off Hirta"),
    ("Olaf Reed left Orbix for Nordwerk", "Mayor Olaf Reed left Orbix for Nordwerk"),
    ("Two planes of Orbix fly from Oldport to Hirta daily", "Daily two planes of Orbix fly from Oldport to Hirta"),
    (
        "The Saltmarsh council closed the old fish market on Friday",
        "The council of Saltmarsh closed the old fish market on Friday",
    ),
    ("Orbix paid Nordwerk damages for the sunken barge", "Orbix paid damages to Nordwerk for the sunken barge"),
    (
        "The trawler was towed to Kelmar yesterday after its engine failed",
        "After its engine failed the trawler was towed to Kelmar",
    ),
    (
        "The council of Easton gave Orbix permission for a second pier",
        "Orbix was given permission for a second pier by the council of Easton",
    ),
    (
        "The court ordered Orbix to pay 5 million dollars to Nordwerk",
        "The court ordered Orbix to pay Nordwerk 5 million dollars",
    ),
    (
        "The court ordered Orbix to pay 5 million dollars to Nordwerk",
        "Orbix was ordered by the court to pay 5 million dollars to Nordwerk",
    ),
    (
        "The board chose Anna Brook over Olaf Reed as head of the harbour",
        "Anna Brook was chosen over Olaf Reed as head of the harbour by the board",
    ),
    (
        "The minister asked Anna Brook to help Olaf Reed with the harbour fund",
        "Anna Brook was asked by the minister to help Olaf Reed with the harbour fund",
    ),
    (
        "The county moved two schools from Marlow to Kelmar after the flood",
        "After the flood the county moved two schools to Kelmar from Marlow",
    ),
    ("The embassy of Slovakia in Oldport was damaged in the fire", "The Slovak embassy in Oldport was damaged in the fire"),
    ("Anna Brook was elected to the harbour board of Oldport", "Brook was elected to the harbour board of Oldport"),
    ("Real Madrid lost the final of the cup after a late goal", "Madrid lost the final of the cup after a late goal"),
    (
        (
            "A fire destroyed the market hall of Oldport on Monday. "
            "Olaf Reed, the mayor of Oldport, promised that traders would get a new market hall"
        ),
        (
            "After a fire destroyed the market hall of Oldport on Monday, mayor Olaf Reed promised "
            "that traders would get a new one"
        ),
    ),
    (
        (
            "Orbix will close its plant in Kelmar in June. "
            "Workers of the plant in Kelmar called a strike against Orbix for Friday"
        ),
        "Workers of the plant in Kelmar that Orbix will close in June called a strike for Friday",
    ),
    (
        ("The court of Easton jailed captain Quint for nine years. Captain Quint wept as the court of Easton was cleared"),
        "Captain Quint wept as the court of Easton jailed him for nine years",
    ),
    (
        "Anna Brook won the race for mayor of Saltmarsh. Olaf Reed congratulated Anna Brook on the race for mayor",
        "Olaf Reed congratulated Anna Brook, who won the race for mayor of Saltmarsh",
    ),
    (
        (
            "Divers found the wreck of the trawler Heron near Hirta. "
            "The owner of the trawler Heron plans to raise the wreck in spring"
        ),
        "Divers found the wreck of the trawler Heron near Hirta and its owner plans to raise the wreck in spring",
    ),
    (
        "Police arrested the captain of the ferry Marigold of the owner Norline after it sank off Oldport in a storm",
        (
            "The captain of the ferry Marigold of the owner Norline was arrested by police after it "
            "sank off Oldport in a storm"
        ),
    ),
    (
        "Investors dumped shares after Orbix closed the shipyard of Saltmarsh and dismissed four hundred welders",
        "After Orbix closed the shipyard of Saltmarsh and dismissed four hundred welders investors dumped its shares",
    ),
    (
        "Olaf Reed said that the flood of the river Marl drowned nine villagers in the harbour quarter of Oldport",
        "The flood of the river Marl drowned nine villagers in the harbour quarter of Oldport",
    ),
    (
        "Prosecutors opened an inquiry after a wall of the brewery in Saltmarsh fell on four masons",
        "An inquiry was opened by prosecutors after a wall of the brewery in Saltmarsh fell on four masons",
    ),
    (
        "Nurses went on strike because the county of Brae cut the budget of the hospital of Fennwick by nine percent",
        ("A strike of nurses began because the county of Brae cut the budget of the hospital of Fennwick by nine percent"),
    ),
]


@pytest.mark.parametrize(("one", "other"), [*OF_NAMES, *BEFORE_WORDS, *TURNED, *ALIKE])
def test_what_is_told_of_another_is_cited_in_no_direction(one, other):
    """Neither in full nor in part."""
    assert between(one, other, NAMES) == (False, False)
    assert between(other, one, NAMES) == (False, False)


@pytest.mark.parametrize(("statement", "words"), ACT_LOST)
def test_words_without_the_act_of_a_sentence_do_not_support_it(statement, words):
    """They may carry part of it."""
    assert not between(statement, words, NAMES)[0]
    assert between(statement, statement, NAMES)[0]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_in_other_words_is_cited(one, other):
    """In one direction at least, as any words that say less or more."""
    assert between(one, other, NAMES)[0] or between(other, one, NAMES)[0]


FACT = "the council of Oldport closed the old bridge on Monday because of cracks in its piers"


@pytest.mark.parametrize(
    ("before", "cited"),
    [
        ("Nine of ten economists bet that", False),
        ("Reed wants proof, after a long walk with an engineer, that", False),
        ("Nine of ten economists said that", True),
    ],
)
def test_what_is_only_held_to_be_so_is_not_cited(before, cited):
    """Behind a "that" it is as sure as what stands before."""
    assert between(f"The{FACT[3:]}", f"{before} {FACT}", NAMES)[0] == cited


@pytest.mark.parametrize(
    ("before", "cited"), [("The mayor said after a walk", True), ("The mayor said after a walk" + " and a walk" * 20, False)]
)
def test_words_are_judged_as_they_are_cited_from_the_beginning_of_their_sentence(before, cited):
    """Where that is longer than an extract may be, they are not cited."""
    articles = [
        Article(id=f"{number:016}", where="x", title=Text("Easton"), paragraphs=(Text(text),), language="en")
        for number, text in enumerate((f"The{FACT[3:]}.", f"{before}, and {FACT}.", f"{NAMES}."))
    ]
    reading = read(articles)
    made = agreement(reading, SpanTerms(reading)).made
    (line,) = [row for row, span in enumerate(reading.spans) if reading.words(span) == f"The{FACT[3:]}."]
    assert [reading.words(reading.spans[row]).startswith("The mayor") for row in made[line].carried] == [True] * cited
