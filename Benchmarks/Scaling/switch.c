// A switch between network namespaces whose every packet takes a given time, for kernels without `tc netem`.
//
// usage: switch MICROSECONDS NAMESPACE...
//
// Host k, from 0, gets the device `wire` and the address 10.77.0.k+1 in its namespace. Prints a line when all are up, and then
// runs until it is killed. All packets take the same time, so one queue in order of arrival holds those that are under way.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <err.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

enum { MOST_HOSTS = 64, MTU = 16000, MOST_PACKETS = 8192 };

struct packet {
  long long due;
  int to;
  ssize_t length;
  unsigned char bytes[MTU];
};

static struct packet under_way[MOST_PACKETS];
static unsigned first, count;

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void set_address(int control, struct ifreq *request, unsigned long what, const char *address) {
  struct sockaddr_in *in = (struct sockaddr_in *)&request->ifr_addr;
  memset(in, 0, sizeof *in);
  in->sin_family = AF_INET;
  inet_pton(AF_INET, address, &in->sin_addr);
  if (ioctl(control, what, request)) err(1, "%s", address);
}

// Opens the device of a host, in the host's namespace.
static int plug(const char *name, int host) {
  char path[256], address[32];
  snprintf(path, sizeof path, "/run/netns/%s", name);
  snprintf(address, sizeof address, "10.77.0.%d", host + 1);
  int space = open(path, O_RDONLY | O_CLOEXEC);
  if (space < 0 || setns(space, CLONE_NEWNET)) err(1, "%s", path);
  close(space);
  struct ifreq request = {.ifr_flags = IFF_TUN | IFF_NO_PI};
  strcpy(request.ifr_name, "wire");
  int device = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
  if (device < 0 || ioctl(device, TUNSETIFF, &request)) err(1, "/dev/net/tun");
  int control = socket(AF_INET, SOCK_DGRAM, 0);
  set_address(control, &request, SIOCSIFADDR, address);
  set_address(control, &request, SIOCSIFNETMASK, "255.255.255.0");
  request.ifr_mtu = MTU;
  if (ioctl(control, SIOCSIFMTU, &request)) err(1, "mtu");
  request.ifr_flags = IFF_UP | IFF_RUNNING;
  if (ioctl(control, SIOCSIFFLAGS, &request)) err(1, "up");
  close(control);
  return device;
}

// Takes what has arrived from a device, as far as there is room.
static void take(int device, const int *devices, int hosts, long long delay) {
  while (count < MOST_PACKETS) {
    struct packet *packet = &under_way[(first + count) % MOST_PACKETS];
    packet->length = read(device, packet->bytes, MTU);
    if (packet->length < 0) return;
    // The last byte of an IPv4 packet's destination.
    int host = packet->length >= 20 && packet->bytes[0] >> 4 == 4 ? packet->bytes[19] - 1 : -1;
    if (host < 0 || host >= hosts) continue;
    packet->to = devices[host];
    packet->due = now() + delay;
    count++;
  }
}

int main(int argc, char **argv) {
  int hosts = argc - 2;
  long long delay = argc > 2 ? atoll(argv[1]) * 1000 : -1;
  if (delay < 0 || hosts > MOST_HOSTS) errx(64, "usage: switch MICROSECONDS NAMESPACE...");
  int devices[MOST_HOSTS];
  struct pollfd polled[MOST_HOSTS];
  for (int host = 0; host < hosts; host++) {
    devices[host] = plug(argv[host + 2], host);
    polled[host] = (struct pollfd){.fd = devices[host], .events = POLLIN};
  }
  prctl(PR_SET_TIMERSLACK, 1UL);
  puts("up");
  fflush(stdout);
  for (;;) {
    while (count && under_way[first].due <= now()) {
      // A packet that finds no room is lost, as on a network.
      (void)!write(under_way[first].to, under_way[first].bytes, (size_t)under_way[first].length);
      first = (first + 1) % MOST_PACKETS;
      count--;
    }
    struct timespec left = {0};
    if (count) {
      long long wait = under_way[first].due - now();
      if (wait > 0) left = (struct timespec){.tv_sec = wait / 1000000000, .tv_nsec = wait % 1000000000};
    }
    if (ppoll(polled, (nfds_t)hosts, count ? &left : NULL, NULL) > 0)
      for (int host = 0; host < hosts; host++)
        if (polled[host].revents & POLLIN) take(devices[host], devices, hosts, delay);
  }
}
