namespace IspPortal.Core.Monitoring;

/// <summary>One interface of a router.</summary>
/// <param name="Name">Its name on the router.</param>
/// <param name="Type">RouterOS type, e.g. <c>ether</c>.</param>
/// <param name="Comment">The router's comment, or null.</param>
/// <param name="Running">Link up; null when unknown.</param>
/// <param name="Disabled">Switched off on the router.</param>
/// <param name="RxBitsPerSecond">Received by the router, or null until two polls have seen it.</param>
/// <param name="TxBitsPerSecond">Sent by the router, or null likewise.</param>
/// <param name="Errors">Receive and transmit errors since its boot, or null when not reported.</param>
/// <param name="Drops">Receive and transmit drops since its boot, or null when not reported.</param>
/// <param name="LinkDowns">How often the link went down since its boot, or null when not reported.</param>
public sealed record InterfaceLine(
    string Name,
    string Type,
    string? Comment,
    bool? Running,
    bool Disabled,
    long? RxBitsPerSecond,
    long? TxBitsPerSecond,
    long? Errors,
    long? Drops,
    int? LinkDowns);
