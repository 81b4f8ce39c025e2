import pytest

torch = pytest.importorskip("torch")

import centre  # noqa: E402
import model  # noqa: E402


def batch(n, length):
    torch.manual_seed(2)
    zeros = torch.zeros(n, length, dtype=torch.long)
    mask = torch.ones(n, length)
    mask[0, length // 2 :] = 0
    return {"ids": torch.randint(0, 50, (n, length)), "mask": mask, "shape": zeros, "quote": zeros, "para": zeros}


def small():
    torch.manual_seed(1)
    net = model.Reader(50, 40, 32, 2, 2, 64, 1e-12).eval()
    with torch.no_grad():
        for p in net.parameters():
            p.add_(torch.randn_like(p) * 0.1)
        for norm in (net.norm, net.layer[0].norm1, net.layer[1].norm2):
            norm.bias[3] += 20  # a channel that lies far on one side
    return net


def test_outputs_stay():
    net, b = small(), batch(3, 20)
    before = net(**b)
    centre.centre(net, [b])
    after = net(**b)
    real = b["mask"] > 0
    for k in before:
        assert torch.allclose(before[k][real], after[k][real], atol=2e-4)


def test_what_enters_a_layer_lies_about_zero():
    net, b = small(), batch(3, 20)
    centre.centre(net, [b])
    with torch.no_grad():
        r = centre.means(net, [b])
    for layer in (net.layer[0].qkv, net.layer[0].up, net.layer[1].qkv, net.mid):
        assert r.mean(layer).abs().max() < 1e-4
    assert r.mean((net.layer[0].qkv, "out"))[32:].abs().max() < 1e-4


def test_int8_comes_nearer():
    net, b = small(), batch(3, 20)
    exact = net(**b)["polnear"]
    apart = []
    for _ in range(2):
        model.Linear.quant = True
        apart.append((net(**b)["polnear"] - exact)[b["mask"] > 0].norm().item())
        model.Linear.quant = False
        centre.centre(net, [b])
    assert apart[1] < 0.8 * apart[0]
