#pragma once
#include <stdint.h>

/// Calls of malloc, calloc and realloc by this thread so far.
uint64_t allocation_count(void);
