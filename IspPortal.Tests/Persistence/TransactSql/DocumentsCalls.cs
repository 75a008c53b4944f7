using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Infrastructure.Customers.Documents;
using IspPortal.Tests.Customers.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of customers' documents.</summary>
internal sealed class DocumentsCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["CustomerDocumentDirectory"] = async services =>
        {
            var documents = services.GetRequiredService<ICustomerDocumentDirectory>();
            foreach (var expiry in Enum.GetValues<DocumentExpiry>())
            {
                foreach (var sort in (string?[])[null, "uploaded", "expires"])
                {
                    await documents.ListAsync(new(Id, DocumentKind.Contract, DocumentState.Pending, expiry, true), new(2, 10, "a%_[ santoso", sort), Token);
                    await documents.ListAsync(new(Expiry: expiry, FormerOwners: sort is null ? null : true), new(1, 10, null, sort, true), Token);
                }
            }

            await documents.GetAsync(Id, Token);
            await documents.OpenAsync(Id, Token);
        },
        ["CustomerDocumentDesk"] = async services =>
        {
            var desk = services.GetRequiredService<ICustomerDocumentDesk>();
            await desk.AddAsync(Id, new(Id, DocumentKind.Contract, "a.pdf", SampleFiles.Pdf()), Token);
            await desk.ChangeAsync(Id, 1, new(DocumentKind.Contract), Token);
            await desk.VerifyAsync(Id, 1, Token);
            await desk.RemoveAsync(Id, "a", Token);
            await desk.RestoreAsync(Id, Token);
        },
        ["DocumentSweeper"] = async services => await services.GetRequiredService<DocumentSweeper>().SweepAsync(Token),
        ["DocumentEraser"] = services => services.GetRequiredService<DocumentEraser>().HandleAsync(new CustomerErased(Id), Token),
        ["DocumentTimeline"] = ReadTimelineAsync,
        ["DocumentAuditNames"] = NamesAsync,
    };
}
