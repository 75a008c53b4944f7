namespace IspPortal.Core.Inventory;

/// <summary>What a model is.</summary>
/// <param name="Kind">What its devices are for.</param>
/// <param name="Maker">Who makes it; up to 60 characters.</param>
/// <param name="Name">Its name; up to 60 characters.</param>
/// <param name="IsRetired">Nothing is received of it any more.</param>
public sealed record SaveDeviceModelRequest(DeviceKind Kind, string Maker, string Name, bool IsRetired = false);
