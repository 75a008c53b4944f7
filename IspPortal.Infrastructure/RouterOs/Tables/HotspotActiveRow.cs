namespace IspPortal.Infrastructure.RouterOs.Tables;

/// <summary>A session of <c>/ip/hotspot/active</c>. Bytes are the user's: in is what the user sent.</summary>
internal sealed record HotspotActiveRow(
    string Id, string User, string Server, string Address, string MacAddress, string LoginBy, TimeSpan Uptime, long? BytesIn, long? BytesOut);
