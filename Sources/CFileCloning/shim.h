// What Swift does not import: `ioctl` takes any number of arguments.
#pragma once
#include <errno.h>
#ifdef __linux__
#include <linux/fs.h>
#include <sys/ioctl.h>
#endif

/// Makes the empty file `destination` share the blocks of `source`; -1 with `errno` where the file system cannot.
static inline int entente_clone_file(int destination, int source) {
#ifdef __linux__
  return ioctl(destination, FICLONE, source);
#else
  errno = ENOTSUP;
  return -1;
#endif
}
