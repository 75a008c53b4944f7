using IspPortal.Core.Network.Pairs;

namespace IspPortal.Infrastructure.Network.Pairs;

/// <summary>A router with its partner.</summary>
internal sealed record PairOf(Guid RouterId, string RouterName, Guid PartnerId, string PartnerName, PairMode Mode)
{
    public Guid Other(Guid routerId) => routerId == RouterId ? PartnerId : RouterId;

    public string NameOf(Guid routerId) => routerId == RouterId ? RouterName : PartnerName;
}
