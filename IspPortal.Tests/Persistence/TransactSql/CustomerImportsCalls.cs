using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Imports;
using IspPortal.Infrastructure.Customers.Imports;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of importing customers.</summary>
internal sealed class CustomerImportsCalls : ServiceCalls
{
    private static readonly CustomerImportDraft[] Drafts =
        [new(2, new SaveCustomerRequest("Budi Santoso", CustomerKind.Residential) { ExternalCode = "A1", Phone = "+6281234567890", IdentityNumber = "3216010203040005", Street = "a" }, [])];

    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["CustomerImportDirectory"] = async services =>
        {
            var imports = services.GetRequiredService<ICustomerImportDirectory>();
            await imports.ListAsync(new(2, 10, "a%_["), Token);
            await imports.GetAsync(Id, Token);
            await imports.PreviewAsync(Id, Token);
            await imports.ListLinesAsync(Id, new(CustomerImportVerdict.Known, false, [1, 2]), new(2, 10, "a%_[ b"), Token);
            await imports.OpenProblemsAsync(Id, Token);
        },
        ["CustomerImportDesk"] = async services =>
        {
            var desk = services.GetRequiredService<ICustomerImportDesk>();
            await desk.CheckAsync(Id, 1, new(0, []), Token);
            await desk.ChooseAsync(Id, new(), true, Token);
            await desk.StartAsync(Id, 1, Token);
            await desk.StopAsync(Id, Token);
            await desk.DiscardAsync(Id, Token);
        },
        ["CustomerImportChecker"] = async services =>
        {
            await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
            await services.GetRequiredService<CustomerImportCandidates>().FindAllAsync(context, Drafts, Token);
        },
        ["CustomerImportRunner"] = async services => await services.GetRequiredService<CustomerImportRunner>().RunAsync(Token),
        ["CustomerImportSweeper"] = async services => await services.GetRequiredService<CustomerImportSweeper>().SweepAsync(Token),
        ["CustomerImportAuditNames"] = NamesAsync,
    };
}
