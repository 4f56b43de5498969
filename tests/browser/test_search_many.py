"""Words that very many stories have: the newest days are asked for first, all results come in the end, and none twice."""

ASKED = """async ([days, sort]) => {
  const { ask } = await import("/news/assets/many.js")
  const of = ([day, number]) => Array.from({length: number}, (_, n) => ({id: `${day} ${n}`, day}))
  const stories = Object.entries(days).flatMap(of)
  const asked = []
  const search = async (words, {filters, sort}) => {
    asked.push({words, filters, sort})
    const has = filters.day ? ({day}) => filters.day.any.includes(day) : () => !Object.keys(filters).length
    return {results: stories.filter(has), unfilteredResultCount: stories.length}
  }
  const order = sort ? {sort} : {}
  const answer = await ask({search, debouncedSearch: search}, "tide", {filters: {}, ...order}, 0, async () => days)
  const came = []
  for (let next = await answer.next(); next.length; next = await answer.next()) came.push(next.map(({id}) => id))
  return {total: answer.total, came, asked}
}"""


def asked(page, days, sort=None):
    """Ask the module for a word that all stories of these days have."""
    return page.evaluate(ASKED, [days, sort])


def test_of_many_the_newest_days_come_first(open_page):
    """In parts of several hundred; what has no day comes last; the order within a part is what was asked for."""
    days = {"2031-05-09": 500, "2031-05-08": 500, "2031-05-07": 1200, "0000-00-00": 3}
    found = asked(open_page("search/"), days, {"date": "desc"})
    assert found["total"] == 2203
    assert [len(part) for part in found["came"]] == [1000, 1200, 3]
    assert len({story for part in found["came"] for story in part}) == 2203
    assert [each["filters"].get("day") for each in found["asked"][1:]] == [
        {"any": ["2031-05-09", "2031-05-08"]},
        {"any": ["2031-05-07"]},
        {"any": ["0000-00-00"]},
    ]
    assert all(each["sort"] == {"date": "desc"} for each in found["asked"][1:])


def test_of_fewer_all_are_ranked_together(open_page):
    """They are counted, then asked for at once, as are those of a digest that says nothing of its days."""
    page = open_page("search/")
    few = asked(page, {"2031-05-09": 500, "2031-05-08": 500})
    assert (few["total"], [len(part) for part in few["came"]]) == (1000, [1000])
    one = asked(page, {"2031-05-09": 2500})
    assert (one["total"], [len(part) for part in one["came"]]) == (2500, [2500])
