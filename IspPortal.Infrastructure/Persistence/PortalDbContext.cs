using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>
/// The portal's database. Tables come from the configurations in Infrastructure/&lt;Feature&gt;/Configurations; ask for them with
/// <c>Set&lt;TEntity&gt;()</c>. One context per operation, from <see cref="IDbContextFactory{TContext}"/>.
/// </summary>
internal abstract class PortalDbContext(DbContextOptions options, SecretProtector? secrets) : IdentityUserContext<PortalUser, Guid>(options)
{
    /// <summary>In whose name rows are written; the audit asks.</summary>
    public Actor Actor { get; set; } = Actor.Anonymous;

    /// <summary>The keys of secret columns; null only where no row is ever read (design time, translation tests).</summary>
    public SecretProtector? Secrets { get; } = secrets;

    public abstract StorageProvider Provider { get; }

    /// <summary>Fixed, so that the model is the same with and without a host.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        PortalModelConventions.Configure(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        PortalModelConventions.Apply(builder, Secrets);
    }
}
