"""Prints name, checksum and full text (hexadecimal) of every message and service below a folder, as genmsg has them."""
import os
import sys

import genmsg
from genmsg import gentools
from genmsg.msg_loader import MsgContext, load_msg_by_type, load_srv_by_type, load_depends

share = sys.argv[1]
packages = sorted(p for p in os.listdir(share) if p.endswith(("_msgs", "_srvs")))
path = {p: [os.path.join(share, p, "msg")] for p in packages}
services = {p: [os.path.join(share, p, "srv")] for p in packages}


def show(kind, name, context, spec, search):
    load_depends(context, spec, search)
    text = gentools.compute_full_text(context, spec) if kind == "msg" else ""
    print(kind, name, gentools.compute_md5(context, spec), text.encode().hex() or "-")


for package in packages:
    for kind, load, search in (("msg", load_msg_by_type, path), ("srv", load_srv_by_type, services)):
        folder = os.path.join(share, package, kind)
        for file in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            if file.endswith("." + kind):
                context = MsgContext.create_default()
                name = package + "/" + file[:-4]
                show(kind, name, context, load(context, name, search), path)
