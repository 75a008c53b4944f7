using System.Collections.Frozen;
using IspPortal.Core.Identity;

namespace IspPortal.Tests.Support;

/// <summary>An actor with exactly these permissions.</summary>
public sealed class TestActor(params string[] permissions) : ICurrentActor
{
    public static readonly Guid UserId = new("01890a5d-ac96-774b-bcce-000000000001");

    public TestActor(Guid? userId, params string[] permissions)
        : this(permissions) => Actor = Actor with { Id = userId ?? UserId };

    public Actor Actor { get; } = new(ActorKind.User, UserId, "admin@lab.test", permissions.ToFrozenSet(StringComparer.Ordinal), "10.0.0.9");
}
