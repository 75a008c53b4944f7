using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>The plant while joints are added to it one after the other.</summary>
internal sealed class JoiningFiber(PlantImage plant)
{
    private readonly Dictionary<FiberEnd, FiberJoin> _added = [];

    public bool IsJoined(FiberEnd end) => _added.ContainsKey(end) || plant.Fiber.JoinOf(end) is not null;

    public void Join(JoinRequest joint, Guid nodeId)
    {
        var join = new FiberJoin(joint.JointId, nodeId, joint.One, joint.Other, joint.Kind);
        _added[joint.One] = join;
        _added[joint.Other] = join;
    }

    public bool WouldLoop(FiberEnd one, FiberEnd other) => plant.Fiber.WouldLoop(one, other, _added);
}
