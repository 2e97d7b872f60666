/* Sends back what it receives, over CycloneDDS: echo DOMAIN TYPE IN OUT [best-effort] [latched].
   It says "ready" when both ends exist, and ends when its standard input does. */
#include "dds/dds.h"
#include "ros2.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *name;
  const dds_topic_descriptor_t *descriptor;
} type_entry;

static const type_entry TYPES[] = {
    {"std_msgs/String", &std_msgs_msg_dds__String__desc},
    {"geometry_msgs/TwistStamped", &geometry_msgs_msg_dds__TwistStamped__desc},
    {"sensor_msgs/JointState", &sensor_msgs_msg_dds__JointState__desc},
    {"sensor_msgs/Image", &sensor_msgs_msg_dds__Image__desc},
    {"rcl_interfaces/Log", &rcl_interfaces_msg_dds__Log__desc},
};

static dds_entity_t checked(dds_entity_t entity, const char *what) {
  if (entity < 0) {
    fprintf(stderr, "echo: no %s: %s\n", what, dds_strretcode(-entity));
    exit(1);
  }
  return entity;
}

static const dds_topic_descriptor_t *descriptor(const char *name) {
  for (size_t i = 0; i < sizeof TYPES / sizeof TYPES[0]; i++) {
    if (strcmp(TYPES[i].name, name) == 0) {
      return TYPES[i].descriptor;
    }
  }
  fprintf(stderr, "echo: no type %s\n", name);
  exit(2);
}

/* argument is the writer */
static void on_data(dds_entity_t reader, void *argument) {
  dds_entity_t writer = *(dds_entity_t *)argument;
  void *samples[1] = {NULL};
  dds_sample_info_t info[1];
  int taken;
  while ((taken = dds_take(reader, samples, info, 1, 1)) > 0) {
    if (info[0].valid_data && dds_write(writer, samples[0]) != DDS_RETCODE_OK) {
      fprintf(stderr, "echo: a sample could not be written\n");
    }
    dds_return_loan(reader, samples, taken);
    samples[0] = NULL;
  }
}

int main(int count, char **arguments) {
  if (count < 5) {
    fprintf(stderr, "usage: echo DOMAIN TYPE IN OUT [best-effort] [latched]\n");
    return 2;
  }
  dds_qos_t *qos = dds_create_qos();
  dds_qset_history(qos, DDS_HISTORY_KEEP_LAST, 10);
  dds_qset_reliability(qos, DDS_RELIABILITY_RELIABLE, DDS_MSECS(100));
  for (int i = 5; i < count; i++) {
    if (strcmp(arguments[i], "best-effort") == 0) {
      dds_qset_reliability(qos, DDS_RELIABILITY_BEST_EFFORT, 0);
    } else {
      dds_qset_durability(qos, DDS_DURABILITY_TRANSIENT_LOCAL);
    }
  }
  const dds_topic_descriptor_t *type = descriptor(arguments[2]);
  dds_domainid_t domain = (dds_domainid_t)atoi(arguments[1]);
  dds_entity_t participant = checked(dds_create_participant(domain, NULL, NULL), "participant");
  dds_entity_t in = checked(dds_create_topic(participant, type, arguments[3], NULL, NULL), "topic");
  dds_entity_t out = checked(dds_create_topic(participant, type, arguments[4], NULL, NULL), "topic");
  dds_entity_t writer = checked(dds_create_writer(participant, out, qos, NULL), "writer");
  dds_listener_t *listener = dds_create_listener(&writer);
  dds_lset_data_available(listener, on_data);
  checked(dds_create_reader(participant, in, qos, listener), "reader");
  printf("ready\n");
  fflush(stdout);
  while (getchar() != EOF) {
  }
  dds_delete(participant);
  return 0;
}
