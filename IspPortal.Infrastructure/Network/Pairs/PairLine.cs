using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;

namespace IspPortal.Infrastructure.Network.Pairs;

/// <summary>A live line that one of a pair's routers serves, with how its places stand.</summary>
internal sealed class PairLine
{
    public required DesiredAccessRecord Wanted { get; init; }

    public Guid ServedBy { get; init; }

    public bool HasTwin { get; init; }

    public bool HasTwinElsewhere { get; init; }

    public bool IsPending { get; init; }

    public bool Differs { get; init; }

    public PairLineState State => !HasTwin ? PairLineState.NoTwin : IsPending ? PairLineState.Pending : Differs ? PairLineState.Differs : PairLineState.Alike;
}
