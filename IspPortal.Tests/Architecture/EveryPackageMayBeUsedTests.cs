namespace IspPortal.Tests.Architecture;

/// <summary>The product is MIT: nothing it restores may bind its users to more, or charge them.</summary>
public sealed class EveryPackageMayBeUsedTests
{
    /// <summary>What leaflet-geoman brings along: as free as MIT, under names that the list does not have (docs/development/packages.md).</summary>
    private static readonly string[] OfGeoman = ["tslib/2.9.1: 0BSD", "quickselect/2.0.0: ISC", "robust-predicates/2.0.4: Unlicense", "robust-predicates/3.0.3: Unlicense", "splaytree-ts/1.0.2: BDS-3-Clause", "tinyqueue/2.0.3: ISC"];

    public static TheoryData<string> Projects => new("IspPortal.Core", "IspPortal.Infrastructure", "IspPortal.Web", "IspPortal.Tests", "bench/IspPortal.Benchmarks");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Licence_of_every_restored_package_is_allowed(string project)
    {
        var packages = PackageLicences.OfRestored(Path.Combine(SourceTree.Root, project, "obj", "project.assets.json"));
        Assert.NotEmpty(packages);
        Assert.Empty(PackageLicences.NotAllowed(packages));
    }

    [Theory]
    [InlineData("AGPL-3.0-only")]
    [InlineData("file LICENSE.txt")]
    [InlineData("MIT AND GPL-2.0")]
    [InlineData("none stated")]
    public void Any_other_licence_is_found(string licence) =>
        Assert.Single(PackageLicences.NotAllowed([("Some.Package/1.0.0", licence)]));

    [Fact]
    public void Npm_packages_are_free_too()
    {
        var folder = Path.Combine(SourceTree.Root, "build", "npm", "node_modules");
        var licences = NpmLicences.Read(folder);
        Assert.NotEmpty(licences);
        Assert.Equal(OfGeoman.Order(StringComparer.Ordinal), PackageLicences.NotAllowed(licences).Distinct().Order(StringComparer.Ordinal));
    }
}
