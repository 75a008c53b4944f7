namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>How a customer reaches the network.</summary>
internal enum AccessKind
{
    Pppoe,
    Hotspot,
    Static,
}
