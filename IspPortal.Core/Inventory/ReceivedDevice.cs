namespace IspPortal.Core.Inventory;

/// <summary>A device that came in.</summary>
/// <param name="Id">The device.</param>
/// <param name="Serial">Its serial number as it is kept.</param>
/// <param name="Mac">Its MAC address as it is kept, or null.</param>
public sealed record ReceivedDevice(Guid Id, string Serial, string? Mac);
