/* A target of C needs a file; what it compiles is the header as C. */
#include "heliograph.h"
