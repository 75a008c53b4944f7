using IspPortal.Core.Identity;

namespace IspPortal.Tests.Monitoring;

internal sealed class FixedActor(Actor actor) : ICurrentActor
{
    public Actor Actor { get; } = actor;
}
