using IspPortal.Core.Identity;

namespace IspPortal.Infrastructure.Identity;

/// <summary>The actor of one scope, filled by whoever opens the scope.</summary>
internal sealed class CurrentActor : ICurrentActor, IActorScope
{
    public Actor Actor { get; set; } = Actor.Anonymous;

    public void Enter(Actor actor) => Actor = actor;
}
