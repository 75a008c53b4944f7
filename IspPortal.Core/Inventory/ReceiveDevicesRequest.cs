namespace IspPortal.Core.Inventory;

/// <summary>Devices that came in.</summary>
/// <param name="ModelId">Their model.</param>
/// <param name="To">Where they are put: a warehouse or a van, or a customer when they are the customer's own.</param>
/// <param name="Lines">One device a line: a serial number, and after a space, comma, semicolon or tab its MAC address if known.</param>
/// <param name="Owner">Whose they are.</param>
/// <param name="Reason">From where, or null; up to 500 characters.</param>
public sealed record ReceiveDevicesRequest(Guid ModelId, DeviceSpot To, IReadOnlyList<string> Lines, DeviceOwner Owner = DeviceOwner.Provider, string? Reason = null)
{
    /// <summary>So many lines at once.</summary>
    public const int MostLines = 500;
}
