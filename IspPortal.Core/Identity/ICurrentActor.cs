using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Identity;

/// <summary>The actor of this scope: filled by the circuit, the API middleware or the job. Services ask it, never the HTTP context.</summary>
public interface ICurrentActor
{
    /// <summary>Who acts now; <see cref="Actor.Anonymous"/> until it is set.</summary>
    Actor Actor { get; }

    /// <summary>Null when the actor holds <paramref name="permission"/>; else the error to return.</summary>
    Error? Deny(string permission) => Actor.May(permission) ? null
        : Actor.Kind == ActorKind.Anonymous ? IdentityErrors.SignInRequired
        : IdentityErrors.Forbidden(permission);
}
