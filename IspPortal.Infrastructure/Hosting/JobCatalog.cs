using System.Collections.Frozen;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>All jobs by key.</summary>
internal sealed class JobCatalog(IEnumerable<JobDeclaration> declarations)
{
    private readonly FrozenDictionary<string, JobDeclaration> _byKey = declarations.ToFrozenDictionary(declaration => declaration.Key, StringComparer.Ordinal);

    public IEnumerable<JobDeclaration> All => _byKey.Values.OrderBy(declaration => declaration.Key, StringComparer.Ordinal);

    public JobDeclaration? Find(string key) => _byKey.GetValueOrDefault(key);
}
