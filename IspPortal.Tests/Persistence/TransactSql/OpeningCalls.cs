using IspPortal.Core.Billing.Opening;
using IspPortal.Infrastructure.Billing.Opening;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of opening balances.</summary>
internal sealed class OpeningCalls : ServiceCalls
{
    private static readonly DateOnly Day = new(2026, 11, 1);

    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["OpeningDirectory"] = async services =>
        {
            var imports = services.GetRequiredService<IOpeningDirectory>();
            await imports.ListAsync(new(2, 10, "a%_["), Token);
            await imports.GetAsync(Id, Token);
            await imports.ItemsAsync(Id, new(OpeningVerdict.Wrong, OpeningKind.Invoice), new(2, 10, "a%_[ b"), Token);
        },
        ["OpeningDesk"] = async services =>
        {
            var desk = services.GetRequiredService<IOpeningDesk>();
            await desk.CheckAsync(Id, 1, Token);
            await desk.DiscardAsync(Id, Token);
        },
        ["OpeningReading"] = async services =>
        {
            await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
            await services.GetRequiredService<OpeningReading>().ReadAsync(context, Day, [new OpeningDraft(2, OpeningKind.Invoice, []) { Number = "LAMA-1" }], Token);
            await BroughtAlong.ReadAsync(context, [Id], Token);
        },
        ["OpeningBooking"] = services => services.GetRequiredService<IOpeningDesk>().BookAsync(Id, 1, Token),
        ["OpeningUndoing"] = services => services.GetRequiredService<IOpeningDesk>().UndoAsync(Id, 1, "Salah", Token),
        ["OpeningAuditNames"] = NamesAsync,
    };
}
