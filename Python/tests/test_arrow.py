"""Tables by the Arrow C data interface, into Parquet and back."""

import gc

import numpy as np
import pyarrow
import pyarrow.parquet

import heliograph as hg


def test_states_to_parquet_and_back(shell, tmp_path):
    seconds = [0.0, 60.0, 120.0]
    path = tmp_path / "states.parquet"
    shell.to_arrow(seconds).write_parquet(str(path))
    table = pyarrow.parquet.read_table(path)
    assert table.column_names == [
        "time_s", "satellite", "x_km", "y_km", "z_km", "vx_km_s", "vy_km_s", "vz_km_s", "code"]
    states = shell.propagate(seconds)
    columns = [states.position_km[0], states.position_km[2], states.velocity_km_s[1]]
    for name, plane in zip(["x_km", "z_km", "vy_km_s"], columns):
        np.testing.assert_array_equal(table.column(name).to_numpy(), plane.T.ravel())
    assert table.column("satellite").to_pylist()[528 + 25] == "S1-1-3"
    np.testing.assert_array_equal(table.column("time_s").to_numpy()[::528], seconds)


def test_links_and_contacts(mesh):
    table = mesh.to_arrow().to_pyarrow()
    links = mesh.links()
    np.testing.assert_array_equal(table.column("length_km").to_numpy(), links.length_km)
    names = [mesh.network.name(int(node)) for node in links.b]
    assert table.column("b").to_pylist() == names
    assert set(table.column("kind").to_pylist()) == {"laser", "radio"}
    contacts = mesh.network.contacts(0, 60, ["Tokyo"])
    table = contacts.to_arrow().to_pyarrow()
    np.testing.assert_array_equal(table.column("up_s").to_numpy(), contacts.up_s)
    table.validate(full=True)


def test_tables_outlive_what_made_them():
    table = hg.Constellation.walker(2, 2, 53, 550).to_arrow([0.0]).to_pyarrow()
    gc.collect()
    assert table.column("satellite").to_pylist() == ["S1-0-0", "S1-0-1", "S1-1-0", "S1-1-1"]


def test_what_nobody_takes_is_given_up():
    export = hg.Constellation.walker(2, 2, 53, 550).to_arrow([0.0])
    for _ in range(100):
        export.__arrow_c_array__()
    gc.collect()
    from heliograph.arrow import _held

    assert not _held


def test_a_table_without_rows(shell):
    table = shell.to_arrow([]).to_pyarrow()
    assert table.num_rows == 0 and table.schema.field("code").type == pyarrow.uint8()
