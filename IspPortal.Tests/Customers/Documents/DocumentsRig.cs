using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Customers.Privacy;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Customers.Documents;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Timeline;
using IspPortal.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Customers.Documents;

/// <summary>The services of documents over a real database and a data directory, with customers.</summary>
internal sealed class DocumentsRig : IAsyncDisposable
{
    private readonly CustomersRig _customers;

    private DocumentsRig(CustomersRig customers)
    {
        _customers = customers;
        Files = new DocumentFiles(Options.Create(customers.Database.Options), new EphemeralDataProtectionProvider());
        customers.DataParts.Add(new DocumentDataPart(Files, customers.Clock));
    }

    public CustomersRig Customers => _customers;

    public PortalDatabase Database => _customers.Database;

    public ManualClock Clock => _customers.Clock;

    public DocumentSettings Settings { get; set; } = new();

    public DocumentFiles Files { get; }

    public string Folder => Path.Combine(Database.Options.DataDirectory, DocumentFiles.Folder);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ISettingsReader<DocumentSettings> Reader => new SettingsNow(this);

    public static async Task<DocumentsRig> CreateAsync(string provider) => new(await CustomersRig.CreateAsync(provider));

    public ICustomerDocumentDirectory Directory(params string[] permissions) => new CustomerDocumentDirectory(FactoryAs(permissions), As(permissions), Files, Reader, new Today(Clock));

    public ICustomerDocumentDesk Desk(params string[] permissions) => new CustomerDocumentDesk(FactoryAs(permissions), As(permissions), Files, Reader, Clock);

    public ICustomerDocumentDesk DeskThatLosesItsConnection() => new CustomerDocumentDesk(new Losing(FactoryAs([])), As([]), Files, Reader, Clock);

    public DocumentSweeper Sweeper() => new(Database.Factory, Files, Reader, Clock);

    public ICustomerPrivacy Privacy(params string[] permissions) => _customers.Privacy(permissions);

    public ICustomerMerge Merge() => new CustomerMerger(FactoryAs([]), As([]), [new OwnMergeParts(), new DocumentMergePart()], Clock);

    public DocumentEraser Eraser() => new(Database.Factory, Files);

    public PortalTimeline Timeline() => new([new DocumentTimeline(Database.Factory, As([]))]);

    public Task<Guid> AddCustomerAsync(string name = "Budi Santoso") => _customers.AddAsync(new SaveCustomerRequest(name, CustomerKind.Residential));

    public async Task<DocumentRow> AddAsync(AddDocumentRequest request)
    {
        var added = await Desk().AddAsync(Ids.New(TimeProvider.System), request, Token);
        Assert.True(added.Succeeded, CustomersRig.Told(added.Error));
        return (await Directory().GetAsync(added.Value, Token)).Value;
    }

    public async Task<DocumentRow> GetAsync(Guid id) => (await Directory().GetAsync(id, Token)).Value;

    public async Task<IReadOnlyList<DocumentRow>> ListAsync(DocumentFilter filter, string? sort = null, bool descending = false) =>
        (await Directory().ListAsync(filter, new(1, 50, null, sort, descending), Token)).Value.Items;

    public string[] FilesOnDisk() => System.IO.Directory.Exists(Folder) ? System.IO.Directory.GetFiles(Folder, "*", SearchOption.AllDirectories) : [];

    public static string Told(Error? error) => CustomersRig.Told(error);

    public ValueTask DisposeAsync() => _customers.DisposeAsync();

    private static TestActor As(string[] permissions) => new(permissions.Length == 0 ? CustomersRig.Everything : permissions);

    private IDbContextFactory<PortalDbContext> FactoryAs(string[] permissions) => Database.FactoryAs(As(permissions).Actor);

    private sealed class Losing(IDbContextFactory<PortalDbContext> inner) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext()
        {
            var context = inner.CreateDbContext();
            context.SavingChanges += (_, _) => throw new TimeoutException("The connection is lost.");
            return context;
        }
    }

    private sealed class SettingsNow(DocumentsRig rig) : ISettingsReader<DocumentSettings>
    {
        public ValueTask<DocumentSettings> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(rig.Settings);

        public IDisposable OnChanged(Action<DocumentSettings> changed) => new MemoryStream();
    }

    private sealed class Today(TimeProvider clock) : IBusinessClock
    {
        public ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(7)));
    }
}
