namespace IspPortal.Core.Inventory;

/// <summary>A model of devices.</summary>
/// <param name="Id">The model.</param>
/// <param name="Kind">What its devices are for.</param>
/// <param name="Maker">Who makes it.</param>
/// <param name="Name">Its name; unique with its maker.</param>
/// <param name="IsRetired">Nothing is received of it any more.</param>
/// <param name="Devices">How many devices of it there are, retired ones left out.</param>
/// <param name="InStock">How many of them are in warehouses.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record DeviceModelRow(Guid Id, DeviceKind Kind, string Maker, string Name, bool IsRetired, int Devices, int InStock, long Version)
{
    /// <summary>Maker and name in one.</summary>
    public string FullName => $"{Maker} {Name}";
}
