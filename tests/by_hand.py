"""Facets held to a count by hand: random choices, then rows and counts as Python makes them."""

from hypothesis import strategies as st


def draw_choices(data, facets):
    """Return {parameter: set of values of the address}: two at most of a facet, one where it takes one."""
    return {
        group.param: data.draw(
            st.sets(
                st.sampled_from([value.value for value in group.values]), max_size=2 if group.multiple else 1
            ),
            label=group.param,
        )
        for group in facets.groups
    }


def assert_counted_by_hand(facets, chosen, facts):
    """Hold the rows, the counts and the ways out of an empty list to the facts.

    `facts` is {key of a row: {parameter: the values of the address that keep it}}.
    """
    narrowing = [facet.param for facet in facets.facets if facet.narrows]

    def matching(but=""):
        return [
            key
            for key, fact in facts.items()
            if all(not chosen[param] or chosen[param] & fact[param] for param in narrowing if param != but)
        ]

    assert sorted(row.pk for row in facets.rows) == sorted(matching())
    counted = {(group.param, value.value): value.count for group in facets.groups for value in group.values}
    assert counted == {
        (param, value): sum(value in facts[key][param] for key in matching(but=param))
        for param, value in counted
    }
    assert {loosening.count for loosening in facets.loosened} == {
        len(matching(but=param)) for param in narrowing if chosen[param]
    } - {0}
    assert {
        (group.param, value.value) for group in facets.groups for value in group.values if value.selected
    } == {(param, value) for param, values in chosen.items() for value in values}
