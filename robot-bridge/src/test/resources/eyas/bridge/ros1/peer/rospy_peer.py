"""A rospy node for tests. Usage: rospy_peer.py MODE ARGUMENTS; it prints one line for each thing that it sees."""
import sys

import rospy
from geometry_msgs.msg import TwistStamped
from sensor_msgs.msg import JointState
from std_msgs.msg import Float64
from std_srvs.srv import SetBool, SetBoolResponse


def show(*words):
    print(*words, flush=True)


def listen(topic):
    """Prints each number of a topic."""
    rospy.Subscriber(topic, Float64, lambda m: show("heard", m.data))


def stamps(topic):
    """Prints the age of each command when it is read [s]."""
    rospy.Subscriber(topic, TwistStamped, lambda m: show("age", rospy.get_time() - m.header.stamp.to_sec(), m.twist.linear.x))


def talk(topic):
    """Publishes a joint state with everything in it, ten times a second."""
    publisher = rospy.Publisher(topic, JointState, queue_size=10)

    def send(_):
        message = JointState(name=["a", "gelenk-ä"], position=[1.5, -2.5], effort=[3.25])
        message.header.stamp = rospy.Time(12, 345)
        message.header.frame_id = "base"
        publisher.publish(message)

    rospy.Timer(rospy.Duration(0.1), send)


def echo(source, target):
    """Sends each number back, doubled."""
    publisher = rospy.Publisher(target, Float64, queue_size=1000)
    rospy.Subscriber(source, Float64, lambda m: publisher.publish(2 * m.data), queue_size=1000)


def rebuild(topic):
    """Rebuilds a type that is not installed from the definition in the connection header."""
    from genpy.dynamic import generate_dynamic

    def seen(message):
        header = message._connection_header
        built = generate_dynamic(header["type"], header["message_definition"])[header["type"]]
        value = built()
        value.deserialize(message._buff)
        same = built._md5sum == header["md5sum"]
        show("rebuilt", header["type"], "same" if same else "other", value.body_rate.x, value.thrust, value.type_mask)

    rospy.Subscriber(topic, rospy.AnyMsg, seen)


def serve(name):
    """Offers a service that refuses to switch off."""

    def answer(request):
        if not request.data:
            raise rospy.ServiceException("stays on")
        return SetBoolResponse(True, "from rospy")

    rospy.Service(name, SetBool, answer)


def call(name):
    """Calls a service twice over one connection, then leaves."""
    rospy.wait_for_service(name)
    proxy = rospy.ServiceProxy(name, SetBool, persistent=True)
    for value in (True, False):
        try:
            answer = proxy(value)
            show("answer", answer.success, answer.message)
        except rospy.ServiceException as refusal:
            show("refused", refusal)
    rospy.signal_shutdown("done")


def rosout(part):
    """Prints what a node logs."""
    from rosgraph_msgs.msg import Log

    rospy.Subscriber("/rosout_agg", Log, lambda m: show("log", m.level, m.name, m.msg) if part in m.msg else None)


mode, arguments = sys.argv[1], sys.argv[2:]
rospy.init_node("peer_" + mode, anonymous=True)
globals()[mode](*arguments)
show("ready", rospy.get_name())
rospy.spin()
