"""Makes Tests/NumericsTests/Fixtures/numerics.json, with which NumericsTests compares.

    python3 Tests/Oracles/numerics.py

Needs numpy, scipy, sympy and mpmath. The orbit is integrated from the gradient of the potential,
which sympy derives, and by mpmath's Taylor series with 30 digits where the span is short.
"""

import json
import pathlib

import mpmath
import numpy as np
import scipy.integrate
import scipy.interpolate
import sympy

OUT = pathlib.Path(__file__).resolve().parent.parent / "NumericsTests/Fixtures/numerics.json"


def splines():
    x = np.array([0.0, 0.7, 1.1, 2.0, 3.5, 4.0, 5.2, 6.0])
    y = np.array([1.0, 2.5, 2.0, -1.0, 0.5, 0.75, 3.0, 1.0])
    at = np.array([0.0, 0.1, 0.7, 0.9, 1.5, 2.0, 2.7, 3.9, 4.6, 5.9, 6.0])
    made = {
        "natural": scipy.interpolate.CubicSpline(x, y, bc_type="natural"),
        "periodic": scipy.interpolate.CubicSpline(x, y, bc_type="periodic"),
        "akima": scipy.interpolate.Akima1DInterpolator(x, y),
    }
    return {
        "x": x.tolist(),
        "y": y.tolist(),
        "at": at.tolist(),
        **{
            kind: {
                "value": s(at).tolist(),
                "derivative": s(at, 1).tolist(),
                "secondDerivative": s(at, 2).tolist(),
            }
            for kind, s in made.items()
        },
    }


def random_streams():
    cases = []
    for seed, stream in [(0, 0), (42, 0), (42, 1), (0x0123456789ABCDEF, 0xFEDCBA9876543210)]:
        key = [seed & 0xFFFFFFFF, seed >> 32, stream & 0xFFFFFFFF, stream >> 32]
        words = np.random.RandomState(key).randint(0, 2**32, size=8, dtype=np.uint32)
        cases.append(
            {
                "seed": str(seed),
                "stream": str(stream),
                "words": [int(w) for w in words],
                "uniform": np.random.RandomState(key).random_sample(1_000)[[0, 1, 2, 999]].tolist(),
            }
        )
    return cases


def statistics():
    values = np.round(np.random.RandomState(7).gamma(3.0, 11.0, size=101), 6)
    fractions = [0.0, 0.01, 0.1, 0.25, 1 / 3, 0.5, 0.9, 0.99, 1.0]
    counts, edges = np.histogram(values, bins=7, range=(5.0, 75.0))
    return {
        "values": values.tolist(),
        "mean": float(values.mean()),
        "variance": float(values.var(ddof=1)),
        "fractions": fractions,
        "quantiles": np.quantile(values, fractions, method="linear").tolist(),
        "histogram": counts.tolist(),
        "edges": edges.tolist(),
    }


def gravity():
    """Acceleration as a function of mu, R, J2, J3, J4 and the position, by differentiation."""
    mu, radius, j2, j3, j4, x, y, z = sympy.symbols("mu R J2 J3 J4 x y z")
    r = sympy.sqrt(x**2 + y**2 + z**2)
    u = mu / r * (
        1
        - sum(
            j * (radius / r) ** n * sympy.legendre(n, z / r)
            for n, j in ((2, j2), (3, j3), (4, j4))
        )
    )
    return (mu, radius, j2, j3, j4, x, y, z), [sympy.diff(u, v) for v in (x, y, z)]


WGS72 = (398600.8, 6378.135, 0.001082616, -0.00000253881, -0.00000165597)
WGS84 = (398600.5, 6378.137, 0.00108262998905, -0.00000253215306, -0.00000161098761)


def extrapolate(slope, y, h):
    """One step of y' = slope(y) by Gragg's method, extrapolated to a step of zero."""
    rows = []
    for k, n in enumerate(range(2, 26, 2)):
        d = mpmath.mpf(h) / n
        before, now = y, [a + d * b for a, b in zip(y, slope(y))]
        for _ in range(n - 1):
            before, now = now, [a + 2 * d * b for a, b in zip(before, slope(now))]
        end = [(a + b + d * c) / 2 for a, b, c in zip(now, before, slope(now))]
        row = [end]
        for j in range(k):
            factor = mpmath.mpf(n) ** 2 / mpmath.mpf(n - 2 * (j + 1)) ** 2 - 1
            row.append([a + (a - b) / factor for a, b in zip(row[j], rows[-1][j])])
        rows.append(row)
    return rows[-1][-1]


def zonal():
    symbols, gradient = gravity()
    quick = sympy.lambdify(symbols, gradient, "numpy", cse=True)
    exact = sympy.lambdify(symbols, gradient, "mpmath", cse=True)
    positions = [
        [7000.0, 0.0, 0.0],
        [0.0, 0.0, 6900.0],
        [-1200.5, 4300.25, -5400.75],
        [26000.0, -12000.0, 30000.0],
    ]
    mpmath.mp.dps = 30
    accelerations = {
        name: [
            [float(a) for a in exact(*map(mpmath.mpf, constants), *map(mpmath.mpf, p))]
            for p in positions
        ]
        for name, constants in (("wgs72", WGS72), ("wgs84", WGS84))
    }

    low = [-3829.29, 5677.86, -1385.16, -5.156114, -2.158576, 5.209568]
    short = []
    constants = tuple(mpmath.mpf(repr(c)) for c in WGS72)
    state = [mpmath.mpf(repr(v)) for v in low]
    for minute in range(1, 97):
        state = extrapolate(
            lambda s: [s[3], s[4], s[5], *exact(*constants, s[0], s[1], s[2])], state, 60
        )
        if minute in (1, 10, 96):
            short.append({"seconds": 60 * minute, "state": [float(v) for v in state]})

    def follow(state, seconds):
        # Lengths in Earth radii and times in canonical units, so that one tolerance fits all.
        mu, radius = WGS72[:2]
        speed = (mu / radius) ** 0.5
        unit = radius / speed
        scale = np.array([radius] * 3 + [speed] * 3)

        def slope(_, s):
            a = quick(1.0, 1.0, *WGS72[2:], *s[:3])
            return [s[3], s[4], s[5], *a]

        s = scipy.integrate.solve_ivp(
            slope, (0, seconds / unit), np.array(state) / scale, method="DOP853",
            rtol=3e-14, atol=1e-15,
        )
        return (s.y[:, -1] * scale).tolist()

    eccentric = [7000.0, 0.0, 0.0, 0.0, 4.5, 8.5]
    long = [
        {"initial": s, "seconds": t, "state": follow(s, t)}
        for s, t in ((low, 86400.0), (low, -86400.0), (eccentric, 86400.0))
    ]
    return {
        "positions": positions,
        "accelerations": accelerations,
        "initial": low,
        "short": short,
        "long": long,
    }


def van_der_pol():
    mpmath.mp.dps = 30
    state = [mpmath.mpf(2), mpmath.mpf(0)]
    made = []
    for step in range(1, 401):
        state = extrapolate(
            lambda y: [y[1], 5 * (1 - y[0] ** 2) * y[1] - y[0]], state, mpmath.mpf(1) / 50
        )
        if step in (50, 200, 400):
            made.append({"time": step // 50, "values": [float(v) for v in state]})
    return made


def main():
    OUT.write_text(
        json.dumps(
            {
                "spline": splines(),
                "random": random_streams(),
                "statistics": statistics(),
                "zonal": zonal(),
                "vanDerPol": van_der_pol(),
            },
            indent=1,
        )
        + "\n"
    )


if __name__ == "__main__":
    main()
