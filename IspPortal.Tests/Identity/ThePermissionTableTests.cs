using System.Reflection;
using IspPortal.Core.Alerts;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;

namespace IspPortal.Tests.Identity;

public sealed class ThePermissionTableTests
{
    private static readonly string[] Declared =
    [
        .. from type in typeof(RolePermissions).Assembly.GetTypes()
           where type.Name.EndsWith("Permissions", StringComparison.Ordinal) && type != typeof(RolePermissions)
           from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
           where field.IsLiteral && field.FieldType == typeof(string)
           select (string)field.GetRawConstantValue()!,
    ];

    [Fact]
    public void Every_declared_permission_has_one_row()
    {
        Assert.NotEmpty(Declared);
        Assert.Equal(Declared.Order(StringComparer.Ordinal), RolePermissions.All.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_permission_is_resource_dot_verb() => Assert.All(Declared, name => Assert.Matches("^[a-z]+(-[a-z]+)*\\.[a-z]+$", name));

    [Fact]
    public void The_administrator_may_everything() =>
        Assert.Equal(Declared.Order(StringComparer.Ordinal), RolePermissions.Of(PortalRoles.Administrator).Order(StringComparer.Ordinal));

    [Fact]
    public void The_auditor_changes_nothing() =>
        Assert.All(RolePermissions.Of(PortalRoles.Auditor), name => Assert.EndsWith(".read", name, StringComparison.Ordinal));

    [Theory]
    [InlineData(PortalRoles.Customer)]
    [InlineData(PortalRoles.Collector)]
    public void Who_is_not_staff_sees_nothing_of_the_network(string role) => Assert.Empty(RolePermissions.Of(role));

    [Fact]
    public void Roles_add_up()
    {
        string[] both = [.. RolePermissions.Of([PortalRoles.Technician, PortalRoles.NocOperator])];
        string[] one = [.. RolePermissions.Of(PortalRoles.Technician)];
        Assert.Contains(NetworkPermissions.RoutersWrite, both);
        Assert.DoesNotContain(NetworkPermissions.RoutersWrite, one);
        Assert.Contains(AlertPermissions.AlertsRead, both);
    }

    [Fact]
    public void An_unknown_role_may_nothing() => Assert.Empty(RolePermissions.Of("Root"));
}
