/*
 * Forwarding states over half an hour in one call: prints for each instant where London sends a packet for
 * Sydney and how long it takes, and makes sure that a mesh at a time gives the same.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "heliograph.h"

enum { INSTANTS = 31, STATIONS = 3 };

/* Ends the program with the sentence of a call that failed. */
static void check(helio_status status)
{
    if (status != HELIO_OK) {
        fprintf(stderr, "forwarding_over_time: %s\n", helio_last_error());
        exit(70);
    }
}

/* Whether two latencies are the same, none included. */
static int is_same(double a, double b) { return a == b || (isnan(a) && isnan(b)); }

int main(void)
{
    const helio_shell shell = {"S1", 24, 22, 53.0, 550.0, HELIO_PHASING_WALKER, 13.0, 360.0};
    const helio_station stations[STATIONS] = {
        {"London", 51.51, -0.13, 0.0},
        {"Sydney", -33.87, 151.21, 0.0},
        {"South Pole", -90.0, 0.0, 2.8},
    };
    helio_constellation *satellites = NULL;
    helio_network *network = NULL;
    helio_instant epoch;
    helio_network_options options;
    double seconds[INSTANTS];
    size_t count, needed, nodes, plane;
    int32_t *next_hop, *one_hop;
    double *latency_s, *one_latency_s;

    check(helio_instant_from_iso8601("2026-08-23T12:00:00Z", &epoch));
    check(helio_constellation_from_walker(&shell, 1, epoch, HELIO_SGP4, HELIO_WGS72, &satellites));
    check(helio_constellation_count(satellites, &count));
    check(helio_network_options_init(&options, sizeof options));
    options.epoch = epoch;
    check(helio_network_create(satellites, &options, stations, STATIONS, &network));
    nodes = count + STATIONS;
    plane = nodes * STATIONS;

    for (int i = 0; i < INSTANTS; i++)
        seconds[i] = 60.0 * i;
    check(helio_forwarding_over_time(network, seconds, INSTANTS, NULL, 0, NULL, NULL, 0, &needed));
    next_hop = malloc(needed * sizeof *next_hop);
    latency_s = malloc(needed * sizeof *latency_s);
    one_hop = malloc(plane * sizeof *one_hop);
    one_latency_s = malloc(plane * sizeof *one_latency_s);
    if (next_hop == NULL || latency_s == NULL || one_hop == NULL || one_latency_s == NULL)
        return 70;
    check(helio_forwarding_over_time(network, seconds, INSTANTS, NULL, 0, next_hop, latency_s,
                                     needed, NULL));

    printf("time_s,next_hop,latency_ms\n");
    for (int i = 0; i < INSTANTS; i++) {
        const size_t first = (size_t)i * plane;
        const size_t london_to_sydney = first + nodes + count;
        helio_mesh *mesh = NULL;
        check(helio_mesh_create(network, seconds[i], &mesh));
        check(helio_forwarding(mesh, NULL, 0, one_hop, one_latency_s, plane, NULL));
        check(helio_mesh_free(mesh));
        for (size_t k = 0; k < plane; k++) {
            if (next_hop[first + k] != one_hop[k] ||
                !is_same(latency_s[first + k], one_latency_s[k])) {
                fprintf(stderr, "the state at %g s is not that of its mesh\n", seconds[i]);
                return 70;
            }
        }
        printf("%g,%d,%.17g\n", seconds[i], (int)next_hop[london_to_sydney],
               1e3 * latency_s[london_to_sydney]);
    }

    free(next_hop);
    free(latency_s);
    free(one_hop);
    free(one_latency_s);
    check(helio_network_free(network));
    check(helio_constellation_free(satellites));
    return 0;
}
