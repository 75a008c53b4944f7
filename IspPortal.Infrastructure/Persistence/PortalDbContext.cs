using System.Text.Json;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>
/// The portal's database. Tables come from the configurations in Infrastructure/&lt;Feature&gt;/Configurations; ask for them with
/// <c>Set&lt;TEntity&gt;()</c>. One context per operation, from <see cref="IDbContextFactory{TContext}"/>.
/// </summary>
internal abstract class PortalDbContext(DbContextOptions options, PortalContextServices? services) : IdentityUserContext<PortalUser, Guid>(options)
{
    /// <summary>In whose name rows are written; the audit asks.</summary>
    public Actor Actor { get; set; } = Actor.Anonymous;

    /// <summary>The keys of secret columns; null only where no row is ever read (design time, translation tests).</summary>
    public SecretProtector? Secrets { get; } = services?.Secrets;

    /// <summary>True when events were added that the dispatcher has not been told of.</summary>
    public bool HasNewEvents { get; set; }

    public abstract StorageProvider Provider { get; }

    /// <summary>Fixed, so that the model is the same with and without a host.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    private PortalContextServices Services => services ?? throw new InvalidOperationException("This context was made to look at the model only.");

    /// <summary>Adds an event that becomes true with this context's save, and one delivery for each handler that is registered now.</summary>
    public void AddEvent<TEvent>(TEvent domainEvent)
        where TEvent : IDomainEvent
    {
        var now = Services.Clock.UtcNow();
        var stored = new OutboxEvent
        {
            Name = TEvent.EventName,
            AggregateId = domainEvent.AggregateId,
            Payload = JsonSerializer.Serialize(domainEvent, EventCatalog.Json),
            OccurredAtUtc = now,
        };
        stored.Deliveries.AddRange(Services.Events.HandlersOf(TEvent.EventName).Select(handler => new OutboxDelivery
        {
            Handler = handler.Name,
            AggregateId = domainEvent.AggregateId,
            NextAttemptAtUtc = now,
        }));
        Add(stored);
        HasNewEvents = true;
    }

    /// <summary>Adds an audit row for what no audited entity shows, in the name of <see cref="Actor"/>.</summary>
    public void AddAudit(string action, string entity, string? entityId, string? beforeJson, string? afterJson) => Add(new AuditEntry
    {
        Id = Ids.New(Services.Clock),
        AtUtc = Services.Clock.UtcNow(),
        ActorKind = Actor.Kind,
        ActorId = Actor.Id,
        ActorName = Actor.Name,
        Address = Actor.Address,
        Action = action,
        Entity = entity,
        EntityId = entityId,
        BeforeJson = beforeJson,
        AfterJson = afterJson,
    });

    /// <summary>A page or a top of rows in no order is another one each time: such a query is refused, where EF Core would only warn of it.</summary>
    protected static DbContextOptionsBuilder<TContext> Ordered<TContext>(DbContextOptionsBuilder<TContext> builder)
        where TContext : PortalDbContext =>
        builder.ConfigureWarnings(warnings => warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

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
