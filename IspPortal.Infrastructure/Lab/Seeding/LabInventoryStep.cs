using System.Globalization;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Inventory;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>
/// Gives the sample ISP its devices, once, under fixed ids: one at each of its customers with the MAC address that its line dials with, two warehouses with stock, the technician's van,
/// and what came back broken. After LabCustomersStep, whose customers have them.
/// </summary>
internal sealed class LabInventoryStep(SampleIsp sample, PortalContextSource source, TimeProvider clock) : IHostedService
{
    /// <summary>The technician of the lab's accounts.</summary>
    private static readonly Guid Technician = new("01890000-0000-7000-8000-00000000a004");

    private const string TechnicianName = "Dimas Saputra";
    private const string By = "lab-inventory";
    private const int FirstInStock = 1_000_000;
    private const int InStock = 60;
    private const int InVan = 6;
    private const int Faulty = 9;

    private static readonly (DeviceKind Kind, string Maker, string Name, string Prefix)[] Models =
    [
        (DeviceKind.Ont, "ZTE", "F609", "ZTEGC8"),
        (DeviceKind.Ont, "Huawei", "HG8245H", "48575443"),
        (DeviceKind.Ont, "FiberHome", "AN5506-04-F", "FHTT9E"),
        (DeviceKind.Router, "MikroTik", "hAP ac2", "HC108"),
        (DeviceKind.AccessPoint, "TP-Link", "EAP225", "2207A"),
        (DeviceKind.Radio, "Ubiquiti", "LiteBeam 5AC Gen2", "LBE5"),
        (DeviceKind.Switch, "MikroTik", "CSS610-8G-2S+", "HDC08"),
    ];

    /// <summary>The fixed id of the warehouse at that place.</summary>
    public static Guid WarehouseId(int index) => Fixed(0x13, index);

    /// <summary>The fixed id of the model at that place.</summary>
    public static Guid ModelId(int index) => Fixed(0x12, index);

    /// <summary>The fixed id of a device: those at customers have the index of their line, those in stock follow from a million on.</summary>
    public static Guid DeviceId(int index) => Fixed(0x14, index);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (sample.Routers.Count * sample.Profile.SubscribersPerRouter > LabRoutersStep.MostLines)
        {
            return;
        }

        await using var context = source.CreateForSystem(By);
        var ids = Models.Select((_, index) => ModelId(index)).ToList();
        var taken = await context.Set<DeviceModel>().Select(m => m.SearchKey).ToListAsync(cancellationToken);
        if (taken.Count > 0 || await context.Set<DeviceModel>().AnyAsync(m => ids.Contains(m.Id), cancellationToken))
        {
            return;
        }

        // Customers whom somebody merged or removed meanwhile keep nothing.
        var customers = (await context.Set<Customer>().Where(c => c.RemovedAtUtc == null).Select(c => c.Id).ToListAsync(cancellationToken)).ToHashSet();
        var now = clock.UtcNow();
        var macs = new HashSet<string>(StringComparer.Ordinal);
        var devices = AtCustomers(customers, macs).Concat(Stock(now, macs)).ToList();
        devices.ForEach(device => device.Movements = device.Place == DevicePlace.Warehouse ? 1 : 2);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.InsertSampleRowsAsync(Models.Select((model, index) => new DeviceModel
        {
            Id = ModelId(index),
            Kind = model.Kind,
            Maker = model.Maker,
            Name = model.Name,
            SearchKey = Core.Common.Search.SearchKey.Of(model.Maker, model.Name),
            Version = 1,
        }).ToList(), cancellationToken);
        await context.InsertSampleRowsAsync(new[] { ("Gudang Bekasi", "Jl. Raya Kalimalang 12, Bekasi"), ("Gudang Cikarang", "Kawasan Jababeka II Blok C, Cikarang") }.Select((warehouse, index) => new Warehouse
        {
            Id = WarehouseId(index),
            Name = warehouse.Item1,
            SearchKey = Core.Common.Search.SearchKey.Of(warehouse.Item1),
            Address = warehouse.Item2,
            Version = 1,
        }).ToList(), cancellationToken);
        await context.InsertSampleRowsAsync(devices, cancellationToken);
        await context.InsertSampleRowsAsync(devices.SelectMany(MovementsOf).ToList(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static Guid Fixed(byte kind, int number) => new(0x01890000, 0, 0x7000, [0x80, 0, 0, kind, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);

    private static string SerialOf(int model, int number) => Models[model].Prefix + (0x1000_0000 + (number * 4_051L)).ToString("X8", CultureInfo.InvariantCulture);

    private static Device New(int index, int number, int model, string? mac, DateTime at)
    {
        var serial = SerialOf(model, number);
        return new Device { Id = DeviceId(index), ModelId = ModelId(model), Serial = serial, Mac = mac, SearchKey = DeviceCodes.KeyOf(serial, mac), CreatedAtUtc = at, PlacedAtUtc = at, Version = 1 };
    }

    /// <summary>Lines of companies and hotspots are dialled by a router, the others by an ONT of one of three makers.</summary>
    private static int ModelOf(SampleSubscriber line) => line.Company is not null || line.Kind == AccessKind.Hotspot ? 3 : line.Index % 10 < 5 ? 0 : line.Index % 10 < 8 ? 1 : 2;

    private IEnumerable<Device> AtCustomers(HashSet<Guid> customers, HashSet<string> macs)
    {
        foreach (var group in LabCustomers.Group(sample.Subscribers))
        {
            var customer = LabCustomers.CustomerId(group[0].Index);
            foreach (var line in group.Where(_ => customers.Contains(customer)))
            {
                var mac = DeviceCodes.MacOf(line.CallerId);
                var device = New(line.Index, line.Index, ModelOf(line), mac is not null && macs.Add(mac) ? mac : null, line.InstalledOn.ToDateTime(new TimeOnly(3, 0), DateTimeKind.Utc));
                (device.Place, device.CustomerId) = (DevicePlace.Customer, customer);
                yield return device;
            }
        }
    }

    private static IEnumerable<Device> Stock(DateTime now, HashSet<string> macs)
    {
        for (var number = 0; number < InStock + InVan + Faulty; number++)
        {
            var mac = Modem.MacOf(0x5AFE_0000UL + (ulong)number);
            var device = New(FirstInStock + number, 200_000 + number, number < InStock ? number % Models.Length : number % 3, macs.Add(mac) ? mac : null, now.AddDays(-30 + (number % 25)));
            if (number < InStock)
            {
                (device.Place, device.WarehouseId) = (DevicePlace.Warehouse, WarehouseId(number % 3 == 2 ? 1 : 0));
            }
            else if (number < InStock + InVan)
            {
                (device.Place, device.HolderId, device.HolderName) = (DevicePlace.Van, Technician, TechnicianName);
            }
            else
            {
                (device.Place, device.Note) = (DevicePlace.FaultyReturns, number % 2 == 0 ? "LOS merah terus" : "Mati total, adaptor sudah dicoba");
            }

            yield return device;
        }
    }

    /// <summary>Everything came through a warehouse; what is elsewhere went there a while later.</summary>
    private IEnumerable<DeviceMovement> MovementsOf(Device device)
    {
        var received = device.PlacedAtUtc.AddDays(device.Place == DevicePlace.Warehouse ? 0 : -7);
        yield return new DeviceMovement
        {
            Id = Ids.New(clock), DeviceId = device.Id, Number = 1, AtUtc = received, Kind = DeviceMovementKind.Received, ToPlace = DevicePlace.Warehouse, ToWarehouseId = device.WarehouseId ?? WarehouseId(0), ActorName = $"system:{By}",
        };
        if (device.Place != DevicePlace.Warehouse)
        {
            yield return new DeviceMovement
            {
                Id = Ids.New(clock),
                DeviceId = device.Id,
                Number = 2,
                AtUtc = device.PlacedAtUtc,
                Kind = DeviceMovementKind.Moved,
                FromPlace = DevicePlace.Warehouse,
                FromWarehouseId = WarehouseId(0),
                ToPlace = device.Place,
                ToHolderId = device.HolderId,
                ToHolderName = device.HolderName,
                ToCustomerId = device.CustomerId,
                Reason = device.Note,
                ActorName = $"system:{By}",
            };
        }
    }
}
