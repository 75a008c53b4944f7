namespace IspPortal.Infrastructure.RouterOs.Tables;

/// <summary>
/// An interface with its counters, as the router sees them: what it received (Rx) is what the line's user sent. Counters are null when the
/// router sent none: unknown is not zero.
/// </summary>
internal sealed record InterfaceRow(
    string Id,
    string Name,
    string Type,
    bool Running,
    bool Disabled,
    bool Dynamic,
    long? RxBytes,
    long? TxBytes,
    long? RxErrors,
    long? TxErrors,
    long? RxDrops,
    long? TxDrops,
    long LinkDowns,
    string Comment)
{
    public long? RxPackets { get; init; }

    public long? TxPackets { get; init; }
}
