using IspPortal.Core.Inventory;
using IspPortal.Web.Shared;

namespace IspPortal.Web.Features.Inventory.Parts;

/// <summary>A place while it is chosen.</summary>
public sealed class SpotForm
{
    public string Place { get; set; } = nameof(DevicePlace.Warehouse);

    public PickOption? Warehouse { get; set; }

    public string Holder { get; set; } = "";

    public PickOption? Customer { get; set; }

    public string Subscription { get; set; } = "";

    /// <summary>What was chosen; the service says what is missing.</summary>
    public DeviceSpot ToSpot() => new DeviceSpot(Enum.Parse<DevicePlace>(Place), IdOf(Warehouse?.Value), IdOf(Holder), IdOf(Customer?.Value), IdOf(Subscription)).Tidied();

    private static Guid? IdOf(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
