"""Data flow to the right, down or in rows: places, ports, and what the window remembers of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF

from playground.spec.graph import Edge
from playground.ui.canvas.edits import moved


def test_data_can_flow_down(bench) -> None:
    bench.panel.arrange("down")
    nodes = bench.scene.nodes
    tops = [nodes[i].pos().y() for i in ("input", "hidden1", "hidden2", "output")]
    assert tops == sorted(set(tops))
    assert len({nodes[i].card_rect().center().x() for i in nodes}) == 1
    for edge, line in bench.scene.edges.items():
        assert line.points[0].tolist() == [*nodes[edge.source].out_port().toTuple()]
        assert nodes[edge.source].out_port().y() == nodes[edge.source].card_rect().bottom()
        assert nodes[edge.target].in_port(0).y() == nodes[edge.target].card_rect().top()


def test_strands_leave_the_bottom_where_data_flow_down(bench) -> None:
    bench.panel.arrange("down")
    bench.maps()
    bench.view.viewport().grab()
    edge = bench.scene.edges[Edge("hidden1", "hidden2")]
    assert edge.strand_count == 8
    assert {round(path.elementAt(0).y) for row in edge._fan for path in row} == {
        round(bench.scene.nodes["hidden1"].card_rect().bottom())
    }


def test_choosing_a_way_gives_cards_placed_by_hand_new_places_at_one_stroke(bench) -> None:
    bench.document.edit_graph("x", moved(bench.graph, {"hidden1": (900.0, 900.0)}))
    count = bench.document.undo_stack.count()
    bench.panel.arrange("down")
    assert bench.document.undo_stack.count() == count + 1
    assert bench.graph.node("hidden1").position is None


def test_a_network_placed_by_hand_holds_its_edges_where_they_go(bench) -> None:
    across = {node.id: (300.0 * n, 0.0) for n, node in enumerate(bench.graph.order())}
    bench.document.edit_graph("x", moved(bench.graph, across))
    bench.scene.set_way("down")
    assert not any(item.down for item in bench.scene.nodes.values())
    bench.document.edit_graph("x", moved(bench.graph, {i: (0.0, x) for i, (x, _) in across.items()}))
    assert all(item.down for item in bench.scene.nodes.values())


def test_the_edge_from_straight_ahead_ends_in_the_middle(bench) -> None:
    from playground.spec import graph as g
    from playground.spec.graph import Node

    graph = g.insert(bench.graph, Edge("hidden2", "output"), Node("add1", bench.layer("Add")))
    bench.document.edit_graph("x", g.connect(graph, "input", "add1", 1))
    add = bench.scene.nodes["add1"]
    assert add.in_port(0).y() == add.card_rect().center().y() == bench.scene.nodes["hidden2"].out_port().y()
    assert add.in_port(1).y() > add.in_port(0).y()
    assert add.in_port_at(add.in_port(1) + QPointF(-2, 1)) == 1


def test_edges_of_a_network_without_automatic_cards_run_around_others(bench) -> None:
    from playground.spec import graph as g
    from playground.spec.graph import Node

    graph = g.insert(bench.graph, Edge("hidden2", "output"), Node("add1", bench.layer("Add")))
    graph = g.connect(graph, "input", "add1", 1)
    for way in ("right", "down"):
        bench.scene.set_way(way)
        bench.document.edit_graph("x", replace(graph))
        places = bench.scene.places()
        bench.document.edit_graph("x", moved(graph, places))
        line = bench.scene.edges[Edge("input", "add1", 1)]
        for node in ("hidden1", "hidden2"):
            box = bench.scene.nodes[node].card_rect()
            assert not any(box.contains(line.path.pointAtPercent(i / 200)) for i in range(201)), way
