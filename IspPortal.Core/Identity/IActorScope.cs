namespace IspPortal.Core.Identity;

/// <summary>Sets who acts in this scope. For those who open scopes: the circuit, the HTTP middleware, the job runner. Services ask <see cref="ICurrentActor"/>.</summary>
public interface IActorScope
{
    /// <summary>From now on <paramref name="actor"/> acts in this scope.</summary>
    void Enter(Actor actor);
}
