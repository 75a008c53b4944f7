using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Customers.Imports;
using IspPortal.Core.Customers.Privacy;
using IspPortal.Core.Identity;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Customers.Imports;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Timeline;
using IspPortal.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Customers;

/// <summary>The customer services over a real database, on a day that the test chooses.</summary>
internal sealed class CustomersRig(PortalDatabase database, ManualClock clock) : IAsyncDisposable
{
    public static readonly string[] Everything = [.. RolePermissions.All];

    private readonly BlindIndex _blind = new(Options.Create(database.Options));

    public PortalDatabase Database => database;

    public ManualClock Clock => clock;

    public CustomerImportVault Vault { get; init; } = new(new EphemeralDataProtectionProvider());

    public List<ICustomerTransferGuard> Guards { get; } = [];

    public List<ICustomerRemovalGuard> RemovalGuards { get; } = [];

    public List<ICustomerDataPart> DataParts { get; } = [new OwnDataPart()];

    private ICustomerDataPart[] Parts => [.. DataParts, new CustomerImportDataPart(Vault)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<CustomersRig> CreateAsync(string provider)
    {
        var clock = new ManualClock();
        return new CustomersRig(await PortalDatabase.CreateAsync(provider, clock), clock);
    }

    public ICustomerDirectory Directory(params string[] permissions) => new CustomerDirectory(database.Factory, As(permissions), new DuplicateFinder(database.Factory, _blind));

    public ICustomerEditor Editor(params string[] permissions) => new CustomerEditor(FactoryAs(permissions), As(permissions), new Today(clock), _blind, RemovalGuards, clock);

    public CustomerSearch Search(params string[] permissions) => new(database.Factory, As(permissions), new DuplicateFinder(database.Factory, _blind));

    public ICustomerIdentity Identity(params string[] permissions) => new CustomerIdentity(FactoryAs(permissions), As(permissions));

    public ICustomerMerge Merge(params string[] permissions) => new CustomerMerger(FactoryAs(permissions), As(permissions), [new OwnMergeParts(), new CustomerImportMergePart()], clock);

    public ICustomerTransfer Transfer(params string[] permissions) => new CustomerTransfer(FactoryAs(permissions), As(permissions), Guards, Parts, new Today(clock), _blind, clock);

    public ICustomerPrivacy Privacy(params string[] permissions) => new CustomerPrivacy(FactoryAs(permissions), As(permissions), Parts, clock);

    public IBillingAccounts Accounts(params string[] permissions) => new BillingAccountDesk(FactoryAs(permissions), As(permissions), new Today(clock), clock);

    public ICustomerImportDirectory Imports(params string[] permissions) => new CustomerImportDirectory(FactoryAs(permissions), As(permissions), Vault);

    public ICustomerImportDesk ImportDesk(params string[] permissions) => new CustomerImportDesk(
        FactoryAs(permissions), As(permissions), Vault, new CustomerImportChecker(database.Factory, Vault, new CustomerImportCandidates(_blind)), new Today(clock), clock);

    /// <summary>As the job runs it; <paramref name="contexts"/> may fail on purpose.</summary>
    public CustomerImportRunner ImportRunner(Microsoft.EntityFrameworkCore.IDbContextFactory<PortalDbContext>? contexts = null) =>
        new(contexts ?? database.Factory, Vault, new CustomerImportCandidates(_blind), _blind, new Today(clock), clock);

    public CustomerImportSweeper ImportSweeper() => new(database.Factory, new UsualSettings(), clock);

    public ICustomerLifecycle Lifecycle() => new CustomerLifecycle(database.Factory, clock);

    public PortalTimeline Timeline(params string[] permissions) =>
        new([new CustomerHistoryTimeline(database.Factory, As(permissions)), new CustomerAuditTimeline(database.Factory, As(permissions))]);

    public async Task<Guid> AddAsync(SaveCustomerRequest request)
    {
        var added = await Editor().AddAsync(Ids.New(TimeProvider.System), request, Token);
        Assert.True(added.Succeeded, Told(added.Error));
        return added.Value;
    }

    public async Task<CustomerDetails> GetAsync(Guid id) => (await Directory().GetAsync(id, Token)).Value;

    public static string Told(Error? error) => error is null ? "" : $"{error.Code}: {string.Join(", ", error.Fields.Select(f => $"{f.Field} {f.Code}"))}";

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static TestActor As(string[] permissions) => new(permissions.Length == 0 ? Everything : permissions);

    private Microsoft.EntityFrameworkCore.IDbContextFactory<PortalDbContext> FactoryAs(string[] permissions) => database.FactoryAs(As(permissions).Actor);

    private sealed class UsualSettings : ISettingsReader<CustomerImportSettings>
    {
        public ValueTask<CustomerImportSettings> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new CustomerImportSettings());

        public IDisposable OnChanged(Action<CustomerImportSettings> changed) => new MemoryStream();
    }

    private sealed class Today(TimeProvider clock) : IBusinessClock
    {
        public ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(7)));
    }
}
