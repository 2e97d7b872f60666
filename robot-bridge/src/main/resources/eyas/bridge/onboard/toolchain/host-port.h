/* Output of the replay on a machine with an operating system. */
#include <stdio.h>

static void port_open(void) {}

static void port_write(const void *data, size_t size) { (void)fwrite(data, 1, size, stdout); }

static int port_exit(int code) { return fflush(stdout) == 0 ? code : 5; }
