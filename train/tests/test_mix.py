import pytest

torch = pytest.importorskip("torch")

import mix  # noqa: E402


def state(x, shape=1):
    return {"net": {"w": torch.tensor([x])}, "shape": shape, "log": [], "options": {}}


def test_shares_count():
    out = mix.mix([state(1.0), state(5.0)], [0.75, 0.25])
    assert out["net"]["w"].item() == 2.0
    assert [p["share"] for p in out["parts"]] == [0.75, 0.25]


def test_refused():
    for states, shares in (([state(1.0), state(2.0)], [0.5, 0.6]), ([state(1.0), state(2.0, shape=2)], [0.5, 0.5])):
        with pytest.raises(SystemExit):
            mix.mix(states, shares)


def test_a_part_is_a_file_and_a_share():
    assert mix.part("a=b.pt=0.5") == ("a=b.pt", 0.5)
    with pytest.raises(mix.argparse.ArgumentTypeError):
        mix.part("a.pt")
