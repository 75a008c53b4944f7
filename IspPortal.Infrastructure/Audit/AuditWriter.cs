using System.Text.Json;
using IspPortal.Core.Audit;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Interceptors;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Audit;

internal sealed class AuditWriter(IDbContextFactory<PortalDbContext> contexts) : IAuditWriter
{
    public async Task WriteAsync(string action, string entity, string? entityId, object? details, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.AddAudit(action, entity, entityId, null, details is null ? null : JsonSerializer.Serialize(details, AuditJson.Options));
        await context.SaveChangesAsync(cancellationToken);
    }
}
