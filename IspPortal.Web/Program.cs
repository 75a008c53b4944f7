using IspPortal.Web.Layout;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.UseDefaultAddress();
builder.AddShell();

var app = builder.Build();
app.UseShell();
app.MapStaticAssets();
app.MapShell();
await app.RunAsync();
