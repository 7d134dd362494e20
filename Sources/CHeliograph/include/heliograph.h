/**
 * @file heliograph.h
 * @brief Heliograph for C and C++: from element sets to routes over laser-mesh constellations.
 *
 * **Units and frames** stand in the names: kilometres, kilometres a second, seconds, degrees. TEME is
 * the inertial frame of SGP4; Earth-fixed is TEME turned by GMST of 1982 (no polar motion). Time is UTC.
 *
 * **Handles** are opaque. They are numbers in the guise of pointers: never read through, so that a
 * handle that was freed, or is of another kind, or is no handle at all, gives ::HELIO_BAD_HANDLE and
 * nothing worse. What a handle names does not change after it was made. Each handle stands for itself:
 * a network outlives its constellation, and a mesh its network.
 *
 * **Threads**: any number of threads may call any functions with the same handles at the same time. A
 * handle may be freed while another thread uses it: calls under way end as if it had not been. A call
 * runs on the thread that makes it, and starts no other.
 * Buffers are the caller's, and two calls must not write to the same one at the same time. The text of
 * helio_last_error() belongs to the thread.
 *
 * **Buffers** are the caller's and come with the number of their elements. A buffer that is too small
 * gives ::HELIO_BAD_SIZE, and nothing is written to it; the number of elements that is needed is then
 * written where the function has a place for it. A NULL buffer of size 0 asks for that number alone.
 *
 * **Results** are the same whatever the threads, and to the bit those of the Swift interface.
 *
 * **Nodes** are numbered from 0: the satellites in their order, then the ground stations in theirs.
 *
 * @code
 * helio_constellation *satellites = NULL;
 * helio_network *network = NULL;
 * helio_mesh *mesh = NULL;
 * helio_shell shell = {"S1", 72, 22, 53.0, 550.0, HELIO_PHASING_WALKER, 39.0, 360.0};
 * helio_instant noon;
 * helio_station stations[] = {{"London", 51.51, -0.13, 0.0}, {"New York", 40.71, -74.01, 0.0}};
 * helio_network_options options;
 * helio_route_summary route;
 * int32_t nodes[64];
 *
 * helio_instant_from_iso8601("2026-08-23T12:00:00Z", &noon);
 * helio_network_options_init(&options, sizeof options);
 * options.epoch = noon;
 * if (helio_constellation_from_walker(&shell, 1, noon, HELIO_SGP4, HELIO_WGS72, &satellites) ||
 *     helio_network_create(satellites, &options, stations, 2, &network) ||
 *     helio_mesh_create(network, 0.0, &mesh) ||
 *     helio_route(mesh, 1584, 1585, nodes, 64, &route)) {
 *     fprintf(stderr, "%s\n", helio_last_error());
 *     exit(1);
 * }
 * printf("%.6f ms over %d hops\n", 2e3 * route.latency_s, (int)route.node_count - 1);
 * helio_mesh_free(mesh);
 * helio_network_free(network);
 * helio_constellation_free(satellites);
 * @endcode
 *
 * The library does not contain GSL and is under the Apache License 2.0; it holds the Swift runtime,
 * which is under the same license with an exception for its use in binaries.
 */
#ifndef HELIOGRAPH_H
#define HELIOGRAPH_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Version */

/** The version of this header: major, minor and patch after Semantic Versioning. */
#define HELIO_VERSION_MAJOR 0
#define HELIO_VERSION_MINOR 1
#define HELIO_VERSION_PATCH 0

/** The version of this header in one number, for comparisons. */
#define HELIO_VERSION                                                                             \
    (HELIO_VERSION_MAJOR * 1000000 + HELIO_VERSION_MINOR * 1000 + HELIO_VERSION_PATCH)

/**
 * The version of the library in the form of #HELIO_VERSION.
 *
 * A program works with a library of the same major version and of its header's minor version or a
 * later one; before 1.0.0, with one of the same minor version.
 */
int32_t helio_version(void);

/* Errors */

/** What a function returns: ::HELIO_OK, or why it did nothing. */
typedef int32_t helio_status;

enum {
    /** Done. */
    HELIO_OK = 0,
    /** A pointer is NULL that must not be. */
    HELIO_NULL = 1,
    /** A handle was freed, is of another kind, or is none. */
    HELIO_BAD_HANDLE = 2,
    /** A buffer is too small, or a number of elements is too large. */
    HELIO_BAD_SIZE = 3,
    /** A number is out of its range. */
    HELIO_BAD_ARGUMENT = 4,
    /** A text is not what it should be. */
    HELIO_BAD_TEXT = 5
};

/**
 * One sentence about the last call on this thread that did not return ::HELIO_OK: what was found and
 * what was expected. Empty before the first one.
 *
 * @return UTF-8; valid until the next failing call on this thread. Never NULL.
 */
const char *helio_last_error(void);

/** What a status means, in words; of a number that is no status, "unknown status". Never NULL. */
const char *helio_status_text(helio_status status);

/* Time */

/**
 * An instant of UTC as a Julian date in two parts, whose sum it is [d].
 *
 * One double of a whole Julian date steps by 40 us, in which a satellite moves by 0.3 m. Days have
 * 86,400 s, as in SGP4. Any two finite parts are accepted; those that functions give are the Julian
 * date of midnight, which ends in .5, and the fraction of the day since.
 */
typedef struct helio_instant {
    double julian_date;
    double day_fraction;
} helio_instant;

/**
 * Reads a date and time of ISO 8601, such as 2026-08-23T12:00:00.5Z.
 *
 * @param text NUL-terminated; UTC where it names no offset.
 * @param instant Where to put it.
 */
helio_status helio_instant_from_iso8601(const char *text, helio_instant *instant);

/** The instant that many seconds later; earlier for a negative number. */
helio_status helio_instant_add(helio_instant instant, double seconds, helio_instant *later);

/* Constellations */

/** Satellites under a theory. */
typedef struct helio_constellation helio_constellation;

/** The theories by which satellites move. */
enum {
    /** SGP4, and SDP4 for orbits of 225 minutes and more (Vallado et al., AIAA 2006-6753). */
    HELIO_SGP4 = 0,
    /** Kepler motion with the secular terms of J2. */
    HELIO_KEPLER_J2 = 1
};

/** The gravity models of the theories. */
enum {
    /** WGS-72, with which element sets are fitted. */
    HELIO_WGS72 = 0,
    /** WGS-72 with the rounded constants of Spacetrack Report #3. */
    HELIO_WGS72_OLD = 1,
    /** WGS-84. */
    HELIO_WGS84_GRAVITY = 2
};

/** Flags of helio_constellation_from_tle(), to be joined by |. */
enum {
    /** A wrong or missing checksum digit is accepted. */
    HELIO_ALLOW_BAD_CHECKSUM = 1,
    /** Text that is no element set is left out; without it, the first such text is an error. */
    HELIO_SKIP_REJECTED = 2
};

/**
 * Satellites from element sets as text: two lines a set, or three with a name before.
 *
 * @param text UTF-8 with ends of line of any kind; need not end in NUL.
 * @param length Bytes of the text.
 * @param flags ::HELIO_ALLOW_BAD_CHECKSUM and ::HELIO_SKIP_REJECTED, or 0.
 * @param theory ::HELIO_SGP4 or ::HELIO_KEPLER_J2.
 * @param gravity ::HELIO_WGS72, ::HELIO_WGS72_OLD or ::HELIO_WGS84_GRAVITY.
 * @param rejected Where to put how many pieces of text were left out; may be NULL.
 * @param constellation Where to put the handle, to be given to helio_constellation_free().
 * @return ::HELIO_BAD_TEXT where a set is wrong (helio_last_error() names line and columns), or where
 *         there is none at all.
 */
helio_status helio_constellation_from_tle(const char *text, size_t length, uint32_t flags,
                                          int32_t theory, int32_t gravity, size_t *rejected,
                                          helio_constellation **constellation);

/** How the slots of a plane are shifted along the orbit against those of the plane before. */
enum {
    /** Walker's F: by F/planes of a slot, F a whole number in 0 ... planes - 1. */
    HELIO_PHASING_WALKER = 0,
    /** Odd planes by half a slot, even planes not at all (Kassing et al., IMC 2020). */
    HELIO_PHASING_HALF_SLOT = 1,
    /** By a fraction of a slot, whether or not the pattern closes. */
    HELIO_PHASING_SLOT_FRACTION = 2
};

/** A regular shell of circular orbits. */
typedef struct helio_shell {
    /** Name, NUL-terminated, the first part of its satellites' names; NULL for S1, S2, ... */
    const char *name;
    /** Orbital planes; 1 or more. */
    int32_t planes;
    /** Satellites in each plane; 1 or more. */
    int32_t slots;
    /** Inclination [deg], 0 ... 180. */
    double inclination_deg;
    /** Height over the equatorial radius [km], 100 ... 50,000; gives the mean motion by Kepler. */
    double altitude_km;
    /** One of HELIO_PHASING_... */
    int32_t phasing_kind;
    /** F, or the fraction of a slot; of half slots it does not matter. */
    double phasing;
    /** 360 for a Walker delta, 180 for a Walker star [deg]; more than 0, at most 360. */
    double raan_spread_deg;
} helio_shell;

/**
 * Satellites of regular shells, one shell after another, each plane-major: slot s of plane p of the
 * first shell is satellite p * slots + s, named "<shell>-<plane>-<slot>".
 *
 * @param shells The shells.
 * @param shell_count How many; 1 or more. All have 10 million satellites at most.
 * @param epoch Epoch of all elements.
 * @param theory ::HELIO_SGP4 or ::HELIO_KEPLER_J2.
 * @param gravity ::HELIO_WGS72, ::HELIO_WGS72_OLD or ::HELIO_WGS84_GRAVITY.
 * @param constellation Where to put the handle, to be given to helio_constellation_free().
 */
helio_status helio_constellation_from_walker(const helio_shell *shells, size_t shell_count,
                                             helio_instant epoch, int32_t theory,
                                             int32_t gravity,
                                             helio_constellation **constellation);

/** Gives up a constellation; NULL is let pass. */
helio_status helio_constellation_free(helio_constellation *constellation);

/** The number of satellites. */
helio_status helio_constellation_count(const helio_constellation *constellation, size_t *count);

/** The epoch of a satellite's elements. */
helio_status helio_constellation_epoch(const helio_constellation *constellation,
                                       size_t satellite, helio_instant *epoch);

/**
 * The newest epoch of all elements: the start that suits a constellation of element sets.
 */
helio_status helio_constellation_newest_epoch(const helio_constellation *constellation,
                                              helio_instant *epoch);

/**
 * The name of a satellite: that of the text, its catalogue number where it has none there, or
 * "<shell>-<plane>-<slot>".
 *
 * @param satellite Its number, from 0.
 * @param name Where to put it, NUL-terminated UTF-8.
 * @param name_size Bytes of that buffer.
 * @param needed Where to put the bytes that are needed, the NUL included; may be NULL.
 */
helio_status helio_constellation_name(const helio_constellation *constellation,
                                      size_t satellite, char *name, size_t name_size,
                                      size_t *needed);

/* Propagation */

/** Frames of states. */
enum {
    /** TEME, the inertial frame of SGP4. */
    HELIO_TEME = 0,
    /** Earth-fixed; velocities are those that a turning observer sees. */
    HELIO_EARTH_FIXED = 1
};

/** Where the state of satellite s at instant i stands in a plane, both counted from 0. */
enum {
    /** Element s * instants + i: the fastest. */
    HELIO_SATELLITE_MAJOR = 0,
    /** Element i * satellites + s. */
    HELIO_TIME_MAJOR = 1
};

/** The planes of states: one for each coordinate, all of the same number of elements. */
typedef struct helio_planes {
    /** Positions [km]; must not be NULL. */
    double *x_km;
    double *y_km;
    double *z_km;
    /** Velocities [km/s]; all three NULL where they are not wanted. */
    double *vx_km_s;
    double *vy_km_s;
    double *vz_km_s;
    /** The code of each state, 0 for one that exists; NULL where they are not wanted. */
    uint8_t *code;
    /** Elements of each plane; satellites * instants or more. */
    size_t size;
    /** ::HELIO_SATELLITE_MAJOR or ::HELIO_TIME_MAJOR. */
    int32_t layout;
} helio_planes;

/**
 * The states of all satellites at instants.
 *
 * A state that does not exist is NaN and has a code: 1 to 6 as SGP4 publishes them (1 mean
 * eccentricity, 2 mean motion, 3 perturbed eccentricity, 4 semi-latus rectum, 5 sub-orbital epoch
 * elements, 6 decayed), 7 for numbers that are not finite or beyond the theory. That is a result and no
 * error; the others go on.
 *
 * @param constellation The satellites.
 * @param epoch The instant from which seconds count.
 * @param seconds The instants, in any order [s].
 * @param instant_count How many.
 * @param frame ::HELIO_TEME or ::HELIO_EARTH_FIXED.
 * @param planes Where to put the states.
 */
helio_status helio_propagate(const helio_constellation *constellation, helio_instant epoch,
                             const double *seconds, size_t instant_count, int32_t frame,
                             const helio_planes *planes);

/**
 * The states of all satellites at the steps first, first + 1, ... of a uniform grid, whose step k is
 * at k * step_s seconds since the epoch.
 *
 * Faster than helio_propagate(), and within the same 1e-8 km of the scalar theory, but not to the bit
 * the same: the bits belong to the grid, whatever range of its steps is asked for.
 *
 * @param step_s From one step to the next [s]; finite and not 0.
 * @param first The first step.
 * @param instant_count How many.
 */
helio_status helio_propagate_grid(const helio_constellation *constellation, helio_instant epoch,
                                  double step_s, int64_t first, size_t instant_count,
                                  int32_t frame, const helio_planes *planes);

/* Frames */

/**
 * Turns states from TEME to Earth-fixed, in place.
 *
 * @param epoch The instant from which seconds count.
 * @param seconds The instants of the planes [s].
 * @param instant_count How many.
 * @param satellite_count Satellites of the planes.
 * @param planes The states; codes are not looked at.
 */
helio_status helio_teme_to_earth_fixed(helio_instant epoch, const double *seconds,
                                       size_t instant_count, size_t satellite_count,
                                       const helio_planes *planes);

/** The Earth on which stations stand and over which heights are measured. */
enum {
    HELIO_EARTH_WGS84 = 0,
    HELIO_EARTH_WGS72 = 1,
    /** A sphere of 6371 km. */
    HELIO_EARTH_SPHERE = 2
};

/**
 * Geodetic latitude, longitude and height of Earth-fixed positions.
 *
 * @param earth One of HELIO_EARTH_...
 * @param count Elements of each array. Results may overwrite the positions.
 */
helio_status helio_earth_fixed_to_geodetic(int32_t earth, size_t count, const double *x_km,
                                           const double *y_km, const double *z_km,
                                           double *latitude_deg, double *longitude_deg,
                                           double *altitude_km);

/** Earth-fixed positions of places: the inverse of helio_earth_fixed_to_geodetic(). */
helio_status helio_geodetic_to_earth_fixed(int32_t earth, size_t count,
                                           const double *latitude_deg,
                                           const double *longitude_deg,
                                           const double *altitude_km, double *x_km,
                                           double *y_km, double *z_km);

/* Networks */

/** A constellation with its lasers, its ground stations and the rules for links and routes. */
typedef struct helio_network helio_network;

/** A ground station. */
typedef struct helio_station {
    /** Name, NUL-terminated; NULL for G1, G2, ... */
    const char *name;
    /** Geodetic latitude, north positive [deg], -90 ... 90. */
    double latitude_deg;
    /** Longitude, east positive [deg], -360 ... 360. */
    double longitude_deg;
    /** Height over the ellipsoid [km], -12 ... 100. */
    double altitude_km;
} helio_station;

/** Which lasers the satellites try to keep. */
enum {
    /** ::HELIO_PLUS_GRID of shells, ::HELIO_NEAREST of element sets. */
    HELIO_AUTOMATIC = 0,
    /** None: bent pipes only. */
    HELIO_NO_LASERS = 1,
    /** Along each plane. */
    HELIO_RING = 2,
    /** Along each plane and to the next plane; of element sets, whose planes are found first. */
    HELIO_PLUS_GRID = 3,
    /** The nearest satellites with a terminal free, the shortest pair of all first. */
    HELIO_NEAREST = 4,
    /** Those of a list. */
    HELIO_LASER_LIST = 5
};

/** What the best route has the least of. */
enum {
    /** Latency: travel at the speed of light, and the delay of each hop. */
    HELIO_LEAST_LATENCY = 0,
    /** Length; hop delays count in the latency, but not in the choice. */
    HELIO_LEAST_LENGTH = 1
};

/** How a network is built. Set it up by helio_network_options_init(), then change it. */
typedef struct helio_network_options {
    /** sizeof of this struct, by which the library knows the caller's version of it. */
    size_t struct_size;
    /** The instant from which seconds count. By default J2000.0, 2000-01-01T12:00:00Z. */
    helio_instant epoch;
    /** Which lasers there are. By default ::HELIO_AUTOMATIC. */
    int32_t topology;
    /** Of ::HELIO_NEAREST, lasers of each satellite, 0 ... 64. By default 4. */
    int32_t terminals;
    /** Of ::HELIO_LASER_LIST, satellites a, b, a, b, ...: two numbers a laser. Copied. */
    const int32_t *lasers;
    /** Lasers of that list: half of its numbers. */
    size_t laser_count;
    /** A longer laser is down [km]. By default infinite. */
    double max_laser_range_km;
    /** Least height of a laser's line over the Earth [km]. By default 80. */
    double grazing_altitude_km;
    /** Least elevation of a satellite over a station's horizon [deg]; NaN for no such rule. By default 25. */
    double min_elevation_deg;
    /** Longest radio link [km]. By default infinite. */
    double max_slant_range_km;
    /** One of HELIO_EARTH_... By default ::HELIO_EARTH_WGS84. */
    int32_t earth;
    /** ::HELIO_LEAST_LATENCY or ::HELIO_LEAST_LENGTH. By default the first. */
    int32_t metric;
    /** Delay that every link of a route adds [s], 0 or more and less than 1. By default 0. */
    double hop_delay_s;
    /** Whether a route may pass through ground stations: 0 or 1. By default 0. */
    int32_t ground_relay;
} helio_network_options;

/**
 * Puts the defaults into options.
 *
 * @param options The options.
 * @param struct_size sizeof(helio_network_options).
 */
helio_status helio_network_options_init(helio_network_options *options, size_t struct_size);

/**
 * Makes a network.
 *
 * @param constellation The satellites.
 * @param options The rules; NULL for the defaults.
 * @param stations Ground stations; NULL where there are none.
 * @param station_count How many.
 * @param network Where to put the handle, to be given to helio_network_free().
 */
helio_status helio_network_create(const helio_constellation *constellation,
                                  const helio_network_options *options,
                                  const helio_station *stations, size_t station_count,
                                  helio_network **network);

/** Gives up a network; NULL is let pass. */
helio_status helio_network_free(helio_network *network);

/* Meshes */

/** The nodes and links of a network at one instant. */
typedef struct helio_mesh helio_mesh;

/** What carries a link. */
enum {
    /** Light, satellite to satellite. */
    HELIO_LASER = 0,
    /** Radio, satellite to ground station. */
    HELIO_RADIO = 1
};

/** How large a mesh is. */
typedef struct helio_mesh_size {
    /** Satellites, the nodes from 0 on. */
    size_t satellite_count;
    /** Satellites and stations. */
    size_t node_count;
    /** Links, each counted once. */
    size_t link_count;
} helio_mesh_size;

/**
 * Makes the mesh at an instant.
 *
 * @param seconds The instant, since the epoch of the network [s]; finite.
 * @param mesh Where to put the handle, to be given to helio_mesh_free().
 */
helio_status helio_mesh_create(const helio_network *network, double seconds,
                               helio_mesh **mesh);

/**
 * Makes the mesh of satellites at positions that the caller gives, for simulators that move them.
 *
 * @param x_km Earth-fixed positions of all satellites [km]; y and z likewise. NaN for a satellite that
 *        is nowhere.
 * @param count Elements of each array: the number of satellites.
 */
helio_status helio_mesh_from_positions(const helio_network *network, double seconds,
                                       const double *x_km, const double *y_km,
                                       const double *z_km, size_t count, helio_mesh **mesh);

/** Gives up a mesh; NULL is let pass. */
helio_status helio_mesh_free(helio_mesh *mesh);

/** How large the buffers for a mesh must be. */
helio_status helio_mesh_measure(const helio_mesh *mesh, helio_mesh_size *size);

/**
 * The Earth-fixed positions of all nodes, stations included [km]; NaN for a satellite that has none.
 *
 * @param size Elements of each array; node_count or more.
 */
helio_status helio_mesh_positions(const helio_mesh *mesh, double *x_km, double *y_km,
                                  double *z_km, size_t size);

/**
 * The links as a list, each once, by their smaller and then by their larger end.
 *
 * @param a The end with the smaller number; of a radio link, the satellite.
 * @param b The other end.
 * @param kind ::HELIO_LASER or ::HELIO_RADIO; NULL where it is not wanted.
 * @param length_km Lengths [km], rounded to 2^-30 km; NULL where they are not wanted.
 * @param size Elements of each array.
 * @param needed Where to put link_count; may be NULL.
 */
helio_status helio_mesh_links(const helio_mesh *mesh, int32_t *a, int32_t *b, uint8_t *kind,
                              double *length_km, size_t size, size_t *needed);

/**
 * The links as compressed sparse rows (CSR), as graph libraries take them: the neighbours of node n are
 * the entries first[n] ... first[n + 1] - 1, by ascending number. A link stands in both ends' rows.
 *
 * @param first Where each node's neighbours begin.
 * @param first_size Elements of it; node_count + 1 or more.
 * @param neighbour Neighbours, row by row.
 * @param length_km Length of the link to that neighbour [km]; NULL where it is not wanted.
 * @param size Elements of both; 2 * link_count or more.
 */
helio_status helio_mesh_rows(const helio_mesh *mesh, int32_t *first, size_t first_size,
                             int32_t *neighbour, double *length_km, size_t size);

/* Routes */

/** What a route comes to. */
typedef struct helio_route_summary {
    /** One-way latency [s]; NaN where there is no route. */
    double latency_s;
    /** Sum of the lengths of its links [km]; NaN where there is no route. */
    double length_km;
    /** Nodes of the route, both ends included; 0 where there is none. */
    size_t node_count;
} helio_route_summary;

/**
 * The best route between two nodes, by A*.
 *
 * Of routes that cost the same the one with the fewest hops is the best, and of those the one whose list
 * of nodes comes first. A pair without a route is a result and no error.
 *
 * @param mesh The mesh.
 * @param source Where the packet starts.
 * @param destination Where it goes; the source itself gives a route of one node.
 * @param nodes Where to put the nodes, source first; NULL where they are not wanted.
 * @param size Elements of it. Where it is too small, ::HELIO_BAD_SIZE, and the summary is written.
 * @param summary Where to put the rest.
 */
helio_status helio_route(const helio_mesh *mesh, int32_t source, int32_t destination,
                         int32_t *nodes, size_t size, helio_route_summary *summary);

/** Nodes that a ::helio_short_route has room for. */
#define HELIO_SHORT_ROUTE_NODES 58

/** A route of no more than #HELIO_SHORT_ROUTE_NODES nodes, all of it in 256 bytes. */
typedef struct helio_short_route {
    /** What it comes to. */
    helio_route_summary summary;
    /** Its nodes, source first. */
    int32_t nodes[HELIO_SHORT_ROUTE_NODES];
} helio_short_route;

/**
 * The best route between two nodes in one piece of memory, for interpreters, to whom each parameter costs
 * time.
 *
 * @param route Where to put it. One of more nodes gives ::HELIO_BAD_SIZE, and the summary is written.
 */
helio_status helio_route_short(const helio_mesh *mesh, int32_t source, int32_t destination,
                               helio_short_route *route);

/**
 * What the best routes of many pairs come to.
 *
 * @param sources Where the packets start.
 * @param destinations Where they go.
 * @param count Elements of all arrays: the number of pairs.
 * @param latency_s One-way latencies [s]; NaN where there is no route.
 * @param length_km Lengths [km]; NULL where they are not wanted.
 * @param hops Links of each route, -1 where there is none; NULL where they are not wanted.
 */
helio_status helio_routes(const helio_mesh *mesh, const int32_t *sources,
                          const int32_t *destinations, size_t count, double *latency_s,
                          double *length_km, int32_t *hops);

/** Stands for the next hop where there is none: at the destination, and where there is no route. */
#define HELIO_NO_NODE (-1)

/**
 * The forwarding state: where each node sends a packet for each destination, and how long it takes.
 *
 * @param destinations Where packets go, each once; NULL for all ground stations.
 * @param destination_count How many; with NULL, 0.
 * @param next_hop By destination and then by node: element d * node_count + n. ::HELIO_NO_NODE at the
 *        destination, and where there is no route.
 * @param latency_s One-way latencies in the same order [s]; 0 at the destination, NaN where there is no
 *        route. NULL where they are not wanted.
 * @param size Elements of both; destinations * node_count or more.
 * @param needed Where to put that number; may be NULL.
 */
helio_status helio_forwarding(const helio_mesh *mesh, const int32_t *destinations,
                              size_t destination_count, int32_t *next_hop, double *latency_s,
                              size_t size, size_t *needed);

/**
 * The forwarding states of a network at many instants: those that helio_forwarding() gives for the mesh of
 * each, to the bit, found eight instants at a time. Sooner than mesh by mesh where there are four instants
 * or more, most so where they follow one another closely.
 *
 * All of it runs on the calling thread, like every function here. Several threads may share the work: each
 * asks for some of the instants (whole eights leave no lane empty) and has its own part of the buffers; the
 * result is the same.
 *
 * @param seconds The instants, since the epoch of the network [s]; finite, in any order.
 * @param instant_count How many.
 * @param destinations Where packets go, each once; NULL for all ground stations.
 * @param destination_count How many; with NULL, 0.
 * @param next_hop By instant, then by destination and then by node: element
 *        (i * destinations + d) * node_count + n. ::HELIO_NO_NODE at the destination, and where there is
 *        no route.
 * @param latency_s One-way latencies in the same order [s]; 0 at the destination, NaN where there is no
 *        route. NULL where they are not wanted.
 * @param size Elements of both; instants * destinations * node_count or more.
 * @param needed Where to put that number; may be NULL.
 */
helio_status helio_forwarding_over_time(const helio_network *network, const double *seconds,
                                        size_t instant_count, const int32_t *destinations,
                                        size_t destination_count, int32_t *next_hop,
                                        double *latency_s, size_t size, size_t *needed);

/* Contacts */

/** When the links of a network rise and set. */
typedef struct helio_contacts helio_contacts;

/**
 * Finds all contacts in a window: the intervals [up_s, down_s) in which a link is up without a break.
 *
 * Ends are roots of the rules along the orbits, to a microsecond and mostly to a nanosecond. None is
 * missed that lasts longer than a millisecond, but of ::HELIO_NEAREST, whose lasers are asked every 30 s.
 *
 * @param start_s The beginning of the window, since the epoch of the network [s].
 * @param end_s Its end [s], not before the beginning; at most 400 days later.
 * @param stations The stations whose radio links are looked for, counted from 0, each once; NULL for
 *        all.
 * @param station_count How many; with NULL, 0.
 * @param contacts Where to put the handle, to be given to helio_contacts_free().
 */
helio_status helio_contacts_find(const helio_network *network, double start_s, double end_s,
                                 const int32_t *stations, size_t station_count,
                                 helio_contacts **contacts);

/** Gives up contacts; NULL is let pass. */
helio_status helio_contacts_free(helio_contacts *contacts);

/** Columns for contacts. Any of them may be NULL where it is not wanted. */
typedef struct helio_contact_columns {
    /** The end with the smaller number; of a radio link, the satellite. */
    int32_t *a;
    /** The other end. */
    int32_t *b;
    /** ::HELIO_LASER or ::HELIO_RADIO. */
    uint8_t *kind;
    /** The first instant at which the link is up [s]. */
    double *up_s;
    /** The first instant after that at which it is no longer [s]. */
    double *down_s;
    /** Least length in the interval [km]. */
    double *min_km;
    /** Greatest length in the interval [km]. */
    double *max_km;
    /** Elements of each column. */
    size_t size;
} helio_contact_columns;

/**
 * The contacts by their beginning, then by their nodes.
 *
 * @param columns Where to put them; NULL to ask for their number.
 * @param needed Where to put the number of contacts; may be NULL.
 */
helio_status helio_contacts_read(const helio_contacts *contacts,
                                 const helio_contact_columns *columns, size_t *needed);

/* Arrow */

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

/** The type of a column or a table, after the Arrow C data interface. */
struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

/** The values of a column or a table, after the Arrow C data interface. */
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};
#endif

/**
 * The states of all satellites as an Arrow table, by instant and then by satellite: `time_s`,
 * `satellite` (its name, by dictionary), `x_km`, `y_km`, `z_km`, `vx_km_s`, `vy_km_s`, `vz_km_s`,
 * `code`. A state that does not exist is NaN.
 *
 * The parameters are those of helio_propagate(). Both structs are moved to the caller, who calls their
 * release functions.
 */
helio_status helio_states_to_arrow(const helio_constellation *constellation,
                                   helio_instant epoch, const double *seconds,
                                   size_t instant_count, int32_t frame,
                                   struct ArrowSchema *schema, struct ArrowArray *array);

/**
 * The links of a mesh as an Arrow table: `a`, `b` (names of nodes, by dictionary), `kind`,
 * `length_km`, `delay_ms`.
 */
helio_status helio_mesh_to_arrow(const helio_mesh *mesh, struct ArrowSchema *schema,
                                 struct ArrowArray *array);

/**
 * Contacts as an Arrow table: `a`, `b` (names of nodes, by dictionary), `kind`, `up_s`, `down_s`,
 * `min_km`, `max_km`.
 */
helio_status helio_contacts_to_arrow(const helio_contacts *contacts,
                                     struct ArrowSchema *schema, struct ArrowArray *array);

#ifdef __cplusplus
}
#endif

#endif /* HELIOGRAPH_H */
