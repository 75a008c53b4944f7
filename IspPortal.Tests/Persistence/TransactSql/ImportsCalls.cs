using IspPortal.Core.Network.Imports;
using IspPortal.Infrastructure.Network.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of taking over routers.</summary>
internal sealed class ImportsCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["Imports"] = async services =>
        {
            var imports = services.GetRequiredService<IImports>();
            await imports.ChooseAsync(Id, new(ImportVerdict.Matched, FoundKind.Secret, [1]), true, Token);
            await imports.TakeAsync(Id, 1, Token);
            await imports.DiscardAsync(Id, Token);
        },
        ["ImportDirectory"] = async services =>
        {
            var imports = services.GetRequiredService<IImports>();
            await imports.ListAsync(new(2, 10, "a%_["), Token);
            await imports.GetAsync(Id, Token);
            await imports.ListDraftsAsync(Id, new(ImportVerdict.Conflict, FoundKind.Queue), new(2, 10, "a%_[", "name"), Token);
        },
        ["ImportReader"] = async services => await services.GetRequiredService<ImportReader>().ReadAsync(Id, [], Token),
        ["AccessTaker"] = async services => await services.GetRequiredService<AccessTaker>().TakeAsync(Id, [], (_, _) => Task.CompletedTask, Token),
    };
}
