/*
 * From element sets to routes: reads TLEs, puts ground stations beside them, and prints the best route
 * of a pair over an hour.
 *
 * usage: tle_to_route FILE.tle
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "heliograph.h"

/* Ends the program with the sentence of a call that failed. */
static void check(helio_status status)
{
    if (status != HELIO_OK) {
        fprintf(stderr, "tle_to_route: %s\n", helio_last_error());
        exit(65);
    }
}

/* The whole text of a file, or NULL. */
static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    size_t room = 1 << 16;
    *length = 0;
    if (file == NULL)
        return NULL;
    do {
        char *more = realloc(text, room *= 2);
        if (more == NULL) {
            free(text);
            fclose(file);
            return NULL;
        }
        text = more;
        *length += fread(text + *length, 1, room - *length, file);
    } while (*length == room);
    fclose(file);
    return text;
}

int main(int argc, char **argv)
{
    const helio_station stations[] = {
        {"London", 51.51, -0.13, 0.0},
        {"Singapore", 1.29, 103.85, 0.0},
    };
    helio_constellation *satellites = NULL;
    helio_network *network = NULL;
    helio_network_options options;
    size_t length, count, rejected;
    char *text;

    if (argc != 2) {
        fprintf(stderr, "usage: tle_to_route FILE.tle\n");
        return 64;
    }
    text = read_file(argv[1], &length);
    if (text == NULL) {
        fprintf(stderr, "tle_to_route: %s could not be read\n", argv[1]);
        return 66;
    }
    check(helio_constellation_from_tle(text, length, HELIO_SKIP_REJECTED, HELIO_SGP4, HELIO_WGS72,
                                       &rejected, &satellites));
    free(text);
    check(helio_constellation_count(satellites, &count));
    fprintf(stderr, "%d satellites, %d pieces of text left out\n", (int)count, (int)rejected);

    check(helio_network_options_init(&options, sizeof options));
    check(helio_constellation_newest_epoch(satellites, &options.epoch));
    options.topology = HELIO_NEAREST;
    check(helio_network_create(satellites, &options, stations, 2, &network));

    printf("time_s,rtt_ms,hops,route\n");
    for (int minute = 0; minute < 60; minute += 10) {
        helio_mesh *mesh = NULL;
        helio_route_summary route;
        int32_t nodes[256];
        check(helio_mesh_create(network, 60.0 * minute, &mesh));
        check(helio_route(mesh, (int32_t)count, (int32_t)count + 1, nodes, 256, &route));
        printf("%d,%.17g,%d,", 60 * minute, 2e3 * route.latency_s,
               route.node_count > 0 ? (int)route.node_count - 1 : 0);
        for (size_t i = 0; i < route.node_count; i++)
            printf(i == 0 ? "%d" : " %d", (int)nodes[i]);
        printf("\n");
        check(helio_mesh_free(mesh));
    }
    check(helio_network_free(network));
    check(helio_constellation_free(satellites));
    return 0;
}
